package io.heronbridge.portal.admin.integrations;

import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.integration.setup.CheckResult;
import io.heronbridge.integration.setup.IntegrationCheck;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.portal.admin.AdminPage;
import io.heronbridge.portal.page.Flash;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.util.UUID;

/** Tries the credentials of an integration; both verdicts are kept and shown where it was asked. */
@WebServlet("/admin/integration-checks")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.OPERATOR))
public class CheckIntegrationAction extends AdminPage {
  private static final long serialVersionUID = 1L;

  @Inject transient IntegrationCheck check;

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
    boolean fine = result.plaid().ok() && result.heron().ok();
    return View.moved(
        visit.has("guide") ? SetUpPage.address(id) : IntegrationPage.address(id),
        fine
            ? Flash.done("Checked: Plaid and Heron accept what is stored.")
            : Flash.problem("Checked: something is to be mended; see below."));
  }
}
