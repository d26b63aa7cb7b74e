package io.heronbridge.portal.admin.integrations;

import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.integration.setup.IntegrationSetup;
import io.heronbridge.integration.setup.IntegrationView;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.portal.admin.AdminPage;
import io.heronbridge.portal.admin.Confirmation;
import io.heronbridge.portal.page.Flash;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Deletes an integration that has no items, after asking. */
@WebServlet("/admin/integration-removals")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.ADMIN))
public class DeleteIntegrationAction extends AdminPage {
  private static final long serialVersionUID = 1L;

  @Inject transient IntegrationSetup setup;

  public DeleteIntegrationAction() {
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
    IntegrationView stored = setup.get(id, caller(visit));
    if (!visit.has("confirmed")) {
      return framed(visit, "admin/confirm", Map.of("question", question(stored)));
    }
    try {
      setup.delete(id, IntegrationSetup.ANY_VERSION, caller(visit));
      return View.moved(IntegrationsPage.LIST, Flash.done("Deleted " + stored.name() + "."));
    } catch (ConflictException e) {
      return View.moved(IntegrationPage.address(id), Flash.problem(e.getMessage()));
    }
  }

  private static Confirmation question(IntegrationView stored) {
    return new Confirmation(
        "Delete " + stored.name() + "?",
        List.of(
            "Its keys and addresses are erased here; nothing changes at Plaid or Heron.",
            "An integration that has items cannot be deleted.",
            "Plaid's webhooks to its address will be answered with 404."),
        new Confirmation.Target("/admin/integration-removals", "Delete " + stored.name(), true),
        IntegrationPage.address(stored.id()),
        List.of(
            new Confirmation.Field("integration", stored.id().toString()),
            new Confirmation.Field("confirmed", "yes")));
  }
}
