package io.heronbridge.portal.admin.integrations;

import io.heronbridge.integration.brand.BrandSetup;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.integration.setup.CheckResult;
import io.heronbridge.integration.setup.IntegrationCheck;
import io.heronbridge.integration.setup.IntegrationSetup;
import io.heronbridge.integration.setup.IntegrationView;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.portal.admin.AdminPage;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Tries the credentials of an integration and shows both verdicts; changes nothing. */
@WebServlet("/admin/integration-checks")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.OPERATOR))
public class CheckIntegrationAction extends AdminPage {
  private static final long serialVersionUID = 1L;

  @Inject transient IntegrationSetup setup;
  @Inject transient IntegrationCheck check;
  @Inject transient BrandSetup brands;

  public CheckIntegrationAction() {
    super("integrations");
  }

  @Override
  protected View show(Visit visit) {
    return View.moved(
        visit.id("integration").map(IntegrationPage::address).orElse(IntegrationsPage.LIST));
  }

  @Override
  protected View act(Visit visit) {
    UUID id =
        visit
            .id("integration")
            .orElseThrow(() -> new InvalidInputException("integration", "is missing"));
    CheckResult result = check.check(id, caller(visit));
    IntegrationView stored = setup.get(id, caller(visit));
    Map<String, Object> model =
        IntegrationPage.model(
            stored, IntegrationForm.of(stored), Optional.empty(), Optional.of(result));
    model.put("look", brands.get(id, caller(visit)));
    return framed(visit, "admin/integrations/detail", model);
  }
}
