package io.heronbridge.portal.admin.webhooks;

import io.heronbridge.integration.callback.CallbackBoard;
import io.heronbridge.integration.callback.CallbackDetail;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.portal.admin.AdminPage;
import io.heronbridge.portal.admin.Payload;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.util.HashMap;
import java.util.Map;

/** One webhook of Heron's own: what it says, and what it changed here. */
@WebServlet("/admin/heron-callbacks/*")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.VIEWER))
public class CallbackPage extends AdminPage {
  private static final long serialVersionUID = 1L;

  @Inject transient CallbackBoard board;

  public CallbackPage() {
    super("webhooks");
  }

  @Override
  protected View show(Visit visit) {
    if (visit.tail().isEmpty()) {
      return View.moved(CallbackQuery.LIST);
    }
    CallbackDetail detail = board.detail(visit.tailId("callback"), caller(visit));
    Map<String, Object> model = new HashMap<>();
    model.put("callback", detail.callback());
    model.put("payload", Payload.indented(detail.payload()));
    return framed(visit, "admin/webhooks/callback", model);
  }
}
