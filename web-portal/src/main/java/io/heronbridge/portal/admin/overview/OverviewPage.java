package io.heronbridge.portal.admin.overview;

import io.heronbridge.integration.overview.Overview;
import io.heronbridge.integration.overview.OverviewDesk;
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

/** The first page: what needs a person now, and how every integration is doing. */
@WebServlet("/admin")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.VIEWER))
public class OverviewPage extends AdminPage {
  private static final long serialVersionUID = 1L;

  @Inject transient OverviewDesk desk;
  @Inject transient IntegrationSetup setup;

  public OverviewPage() {
    super("overview");
  }

  @Override
  protected View show(Visit visit) {
    Overview overview = desk.overview(caller(visit));
    Map<String, Object> model = new HashMap<>();
    model.put("overview", overview);
    model.put("needs", Need.of(overview));
    model.put("ribbon", new Choices(setup.list(caller(visit))).ribbon());
    return framed(visit, "admin/overview", model);
  }
}
