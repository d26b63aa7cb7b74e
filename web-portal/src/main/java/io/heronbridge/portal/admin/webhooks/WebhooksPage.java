package io.heronbridge.portal.admin.webhooks;

import io.heronbridge.integration.callback.CallbackBoard;
import io.heronbridge.integration.callback.CallbackView;
import io.heronbridge.integration.listing.Page;
import io.heronbridge.integration.relay.WebhookBoard;
import io.heronbridge.integration.relay.WebhookView;
import io.heronbridge.integration.setup.IntegrationSetup;
import io.heronbridge.integration.setup.IntegrationView;
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
import java.util.Optional;

/**
 * All webhooks that were accepted, Plaid's or Heron's own, and how many were refused for which
 * reason.
 */
@WebServlet("/admin/webhooks")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.VIEWER))
public class WebhooksPage extends AdminPage {
  private static final long serialVersionUID = 1L;

  @Inject transient WebhookBoard board;
  @Inject transient CallbackBoard callbacks;
  @Inject transient IntegrationSetup setup;

  public WebhooksPage() {
    super("webhooks");
  }

  @Override
  protected View show(Visit visit) {
    return CallbackQuery.isAskedFor(visit) ? fromHeron(visit) : fromPlaid(visit);
  }

  private View fromHeron(Visit visit) {
    CallbackQuery query = CallbackQuery.of(visit);
    Optional<String> cursor = visit.text("cursor");
    Page<CallbackView> page =
        callbacks.callbacks(query.integrationId(), cursor, ROWS, caller(visit));
    Choices choices = new Choices(setup.list(caller(visit)));
    Map<String, Object> model = new HashMap<>();
    model.put("query", query);
    model.put("callbacks", page.data());
    model.put("firstPage", cursor.map(any -> query.address()));
    model.put("nextPage", page.nextCursor().map(query::page));
    model.put("choices", choices);
    model.put("ribbon", choices.ribbon());
    return framed(visit, "admin/webhooks/callbacks", model);
  }

  private View fromPlaid(Visit visit) {
    WebhookQuery query = WebhookQuery.of(visit);
    Optional<String> cursor = visit.text("cursor");
    Page<WebhookView> page = board.webhooks(query.filter(), cursor, ROWS, caller(visit));
    Choices choices = new Choices(setup.list(caller(visit)));
    Map<String, Object> model = new HashMap<>();
    model.put("query", query);
    model.put("webhooks", page.data());
    model.put("refused", board.refused(caller(visit)));
    model.put("firstPage", cursor.map(any -> query.address()));
    model.put("nextPage", page.nextCursor().map(query::page));
    model.put("choices", choices);
    model.put("direct", choices.integrations().stream().anyMatch(WebhooksPage::isDirect));
    model.put("ribbon", choices.ribbon());
    return framed(visit, "admin/webhooks/list", model);
  }

  private static boolean isDirect(IntegrationView integration) {
    return "direct".equals(integration.webhookDelivery());
  }
}
