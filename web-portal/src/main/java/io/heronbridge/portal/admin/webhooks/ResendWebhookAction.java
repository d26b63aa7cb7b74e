package io.heronbridge.portal.admin.webhooks;

import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.integration.relay.WebhookResend;
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

/** Sends a webhook on again, or has Heron pull the data when it is too old for that. */
@WebServlet("/admin/webhook-resends")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.OPERATOR))
public class ResendWebhookAction extends AdminPage {
  private static final long serialVersionUID = 1L;

  @Inject transient WebhookResend resend;

  public ResendWebhookAction() {
    super("webhooks");
  }

  @Override
  protected View show(Visit visit) {
    return View.moved("/admin/webhooks");
  }

  @Override
  protected View act(Visit visit) {
    UUID id =
        visit.id("webhook").orElseThrow(() -> new InvalidInputException("webhook", "is missing"));
    String page = "/admin/webhooks/" + id;
    try {
      return View.moved(page, Flash.done(resend.resend(id, caller(visit))));
    } catch (ConflictException e) {
      return View.moved(page, Flash.problem(e.getMessage()));
    }
  }
}
