package io.heronbridge.portal.admin.integrations;

import io.heronbridge.integration.setup.IntegrationSetup;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.portal.admin.AdminPage;
import io.heronbridge.portal.admin.Choices;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.util.HashMap;
import java.util.Map;

/** All integrations. */
@WebServlet("/admin/integrations")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.VIEWER))
public class IntegrationsPage extends AdminPage {
  static final String LIST = "/admin/integrations";
  private static final long serialVersionUID = 1L;

  @Inject transient IntegrationSetup setup;

  public IntegrationsPage() {
    super("integrations");
  }

  @Override
  protected View show(Visit visit) {
    Choices choices = new Choices(setup.list(caller(visit)));
    Map<String, Object> model = new HashMap<>();
    model.put("integrations", choices.integrations());
    model.put("ribbon", choices.ribbon());
    return framed(visit, "admin/integrations/list", model);
  }
}
