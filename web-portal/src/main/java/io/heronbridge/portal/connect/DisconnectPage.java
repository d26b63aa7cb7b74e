package io.heronbridge.portal.connect;

import io.heronbridge.integration.item.ItemView;
import io.heronbridge.integration.link.ConnectSession;
import io.heronbridge.integration.plaid.PlaidFault;
import io.heronbridge.integration.removal.ItemRemoval;
import io.heronbridge.persistence.item.ItemId;
import io.heronbridge.portal.page.Flash;
import io.heronbridge.portal.page.Texts;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import java.util.Map;
import java.util.Optional;

/** Asks once, then disconnects a bank. */
@WebServlet("/connect/disconnect")
public class DisconnectPage extends ConnectPage {
  private static final long serialVersionUID = 1L;

  @Inject transient ItemRemoval removal;

  @Override
  protected View show(Visit visit) {
    Optional<ConnectSession> session = session(visit.request());
    if (session.isEmpty()) {
      return ended(visit, Closed.ENDED);
    }
    ItemView bank = bank(session.get(), visit.text("bank").orElse(""));
    return shown(
        visit,
        200,
        "connect/disconnect",
        Map.of("hosted", session.get(), "bank", BankLine.of(bank, texts(visit))));
  }

  @Override
  protected View act(Visit visit) {
    ConnectSession session = required(visit);
    ItemView bank = bank(session, visit.text("bank").orElse(""));
    Texts texts = texts(visit);
    String name = BankLine.named(bank, texts);
    try {
      removal.remove(new ItemId(bank.itemId()), session.caller());
      return View.moved(HOME, Flash.done(texts.say("disconnect.done", name)));
    } catch (PlaidFault e) {
      if (e.goesOn()) {
        return View.moved(HOME, Flash.done(texts.say("disconnect.slow", name)));
      }
      return View.moved(HOME, Flash.problem(texts.say("disconnect.failed", name)));
    }
  }
}
