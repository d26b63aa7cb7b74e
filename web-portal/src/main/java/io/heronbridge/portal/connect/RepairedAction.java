package io.heronbridge.portal.connect;

import io.heronbridge.integration.item.ItemView;
import io.heronbridge.integration.link.ConnectSession;
import io.heronbridge.integration.link.ItemRepair;
import io.heronbridge.persistence.item.ItemId;
import io.heronbridge.portal.page.Flash;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;

/** Notes that the end user signed in again at a bank, or chose its accounts anew. */
@WebServlet("/connect/repaired")
public class RepairedAction extends ScriptAction {
  private static final long serialVersionUID = 1L;

  @Inject transient ItemRepair repair;

  @Override
  protected View act(Visit visit) {
    ConnectSession session = required(visit);
    JsonObject body = body(visit);
    ItemView bank = bank(session, text(body, "bank"));
    ItemRepair.Update update =
        new ItemRepair.Update(
            new ItemId(bank.itemId()),
            session.id(),
            body.getBoolean("accounts", false),
            LinkMetadata.in(body).bank().accounts());
    repair.updated(update, session.caller());
    return outcome(
        "connected", new Flash(Flash.Kind.CONNECTED, BankLine.named(bank, texts(visit))));
  }
}
