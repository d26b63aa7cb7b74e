package io.heronbridge.portal.admin.webhooks;

import io.heronbridge.integration.relay.WebhookBoard;
import io.heronbridge.integration.relay.WebhookDetail;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.portal.admin.AdminPage;
import io.heronbridge.portal.admin.AttemptLine;
import io.heronbridge.portal.admin.Payload;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.util.HashMap;
import java.util.Map;

/** One webhook: what Plaid sent, and what became of it. */
@WebServlet("/admin/webhooks/*")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.VIEWER))
public class WebhookPage extends AdminPage {
  private static final long serialVersionUID = 1L;

  @Inject transient WebhookBoard board;

  public WebhookPage() {
    super("webhooks");
  }

  @Override
  protected View show(Visit visit) {
    WebhookDetail detail = board.detail(visit.tailId("webhook"), caller(visit));
    Map<String, Object> model = new HashMap<>();
    model.put("webhook", detail.webhook());
    model.put("payload", Payload.indented(detail.payload()));
    model.put("headers", detail.headers());
    model.put("fate", Fate.of(detail.webhook()));
    model.put("attempts", AttemptLine.all(board.attempts(detail.webhook().id())));
    return framed(visit, "admin/webhooks/detail", model);
  }
}
