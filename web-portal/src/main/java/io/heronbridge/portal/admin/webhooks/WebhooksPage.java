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
import io.heronbridge.portal.page.CsvFile;
import io.heronbridge.portal.page.CsvTable;
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
  private static final CsvTable<WebhookView> FROM_PLAID =
      new CsvTable<WebhookView>()
          .column("id", WebhookView::id)
          .column("status", WebhookView::status)
          .column("reason", WebhookView::reason)
          .column("webhook_type", WebhookView::type)
          .column("webhook_code", WebhookView::code)
          .column("item_id", WebhookView::itemId)
          .column("integration_id", WebhookView::integrationId)
          .column("integration", WebhookView::integrationName)
          .column("attempts", WebhookView::attempts)
          .column("signed_at", WebhookView::signedAt)
          .column("received_at", WebhookView::receivedAt)
          .column("delivered_at", WebhookView::deliveredAt)
          .column("body_sha256", WebhookView::bodySha256);
  private static final CsvTable<CallbackView> FROM_HERON =
      new CsvTable<CallbackView>()
          .column("id", CallbackView::id)
          .column("topic", CallbackView::topic)
          .column("effect", CallbackView::effect)
          .column("links_marked", CallbackView::linksMarked)
          .column("item_id", CallbackView::itemId)
          .column("end_user_id", CallbackView::endUserId)
          .column("integration_id", CallbackView::integrationId)
          .column("integration", CallbackView::integrationName)
          .column("received_at", CallbackView::receivedAt)
          .column("body_sha256", CallbackView::bodySha256);

  @Inject transient WebhookBoard board;
  @Inject transient CallbackBoard callbacks;
  @Inject transient IntegrationSetup setup;

  public WebhooksPage() {
    super("webhooks");
  }

  @Override
  protected View show(Visit visit) {
    boolean asFile = CsvFile.isAskedFor(visit);
    if (CallbackQuery.isAskedFor(visit)) {
      CallbackQuery query = CallbackQuery.of(visit);
      return asFile ? fileFromHeron(visit, query) : fromHeron(visit, query);
    }
    WebhookQuery query = WebhookQuery.of(visit);
    return asFile ? fileFromPlaid(visit, query) : fromPlaid(visit, query);
  }

  private View fileFromHeron(Visit visit, CallbackQuery query) {
    return file(
        visit,
        "heron-webhooks",
        FROM_HERON,
        cursor -> callbacks.callbacks(query.integrationId(), cursor, CsvTable.ROWS, caller(visit)));
  }

  private View fileFromPlaid(Visit visit, WebhookQuery query) {
    return file(
        visit,
        "plaid-webhooks",
        FROM_PLAID,
        cursor -> board.webhooks(query.filter(), cursor, CsvTable.ROWS, caller(visit)));
  }

  private View fromHeron(Visit visit, CallbackQuery query) {
    Optional<String> cursor = visit.text("cursor");
    Page<CallbackView> page =
        callbacks.callbacks(query.integrationId(), cursor, ROWS, caller(visit));
    Choices choices = new Choices(setup.list(caller(visit)));
    Map<String, Object> model = new HashMap<>();
    model.put("query", query);
    model.put("callbacks", page.data());
    model.put("csv", CsvFile.address(query.address()));
    putPages(model, query.address(), cursor, page);
    model.put("choices", choices);
    model.put("ribbon", choices.ribbon());
    return framed(visit, "admin/webhooks/callbacks", model);
  }

  private View fromPlaid(Visit visit, WebhookQuery query) {
    Optional<String> cursor = visit.text("cursor");
    Page<WebhookView> page = board.webhooks(query.filter(), cursor, ROWS, caller(visit));
    Choices choices = new Choices(setup.list(caller(visit)));
    Map<String, Object> model = new HashMap<>();
    model.put("query", query);
    model.put("webhooks", page.data());
    model.put("csv", CsvFile.address(query.address()));
    model.put("refused", board.refused(caller(visit)));
    putPages(model, query.address(), cursor, page);
    model.put("choices", choices);
    model.put("direct", choices.integrations().stream().anyMatch(WebhooksPage::isDirect));
    model.put("ribbon", choices.ribbon());
    return framed(visit, "admin/webhooks/list", model);
  }

  private static boolean isDirect(IntegrationView integration) {
    return "direct".equals(integration.webhookDelivery());
  }
}
