package io.heronbridge.portal.connect;

import io.heronbridge.integration.item.ItemView;
import io.heronbridge.integration.link.ConnectSession;
import io.heronbridge.integration.link.ItemRepair;
import io.heronbridge.persistence.item.ItemId;
import io.heronbridge.portal.page.Flash;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;

/** Notes that the end user signed in again at a bank. */
@WebServlet("/connect/repaired")
public class RepairedAction extends ScriptAction {
  private static final long serialVersionUID = 1L;

  @Inject transient ItemRepair repair;

  @Override
  protected View act(Visit visit) {
    ConnectSession session = required(visit);
    ItemView bank = bank(session, body(visit).getString("bank", ""));
    repair.repaired(new ItemId(bank.itemId()), session.caller());
    return outcome("connected", new Flash(Flash.Kind.CONNECTED, bank.institution().shown()));
  }
}
