package io.heronbridge.portal.admin.integrations;

import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.integration.setup.IntegrationSetup;
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

/** Pauses an integration with a reason, or lets it go on. */
@WebServlet("/admin/integration-pauses")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.OPERATOR))
public class PauseIntegrationAction extends AdminPage {
  private static final long serialVersionUID = 1L;

  @Inject transient IntegrationSetup setup;

  public PauseIntegrationAction() {
    super("integrations");
  }

  @Override
  protected View show(Visit visit) {
    return View.moved(IntegrationsPage.LIST);
  }

  @Override
  protected View act(Visit visit) {
    UUID id =
        visit
            .id("integration")
            .orElseThrow(() -> new InvalidInputException("integration", "is missing"));
    String page = IntegrationPage.address(id);
    try {
      if ("resume".equals(visit.exact("change"))) {
        setup.resume(id, caller(visit));
        return View.moved(page, Flash.done("Resumed. What waited is being sent now."));
      }
      setup.pause(id, visit.text("reason").orElse("Paused by a person."), caller(visit));
      return View.moved(page, Flash.done("Paused. Links wait; webhooks go on being relayed."));
    } catch (ConflictException e) {
      return View.moved(page, Flash.problem(e.getMessage()));
    }
  }
}
