package io.heronbridge.portal.admin.items;

import io.heronbridge.integration.item.ItemBoard;
import io.heronbridge.integration.item.ItemView;
import io.heronbridge.integration.plaid.PlaidFault;
import io.heronbridge.integration.removal.ItemRemoval;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.item.ItemId;
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

/** Disconnects a bank for good, after asking. */
@WebServlet("/admin/item-removals")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.ADMIN))
public class RemoveItemAction extends AdminPage {
  private static final long serialVersionUID = 1L;
  private static final String ITEM = "item_id";

  @Inject transient ItemBoard board;
  @Inject transient ItemRemoval removal;

  public RemoveItemAction() {
    super("items");
  }

  @Override
  protected View show(Visit visit) {
    return View.moved(ItemAddress.LIST);
  }

  @Override
  protected View act(Visit visit) {
    ItemId id = ItemPage.id(visit.text(ITEM).orElse(""));
    ItemView item = board.item(id, caller(visit));
    if (!visit.has("confirmed")) {
      return framed(visit, "admin/confirm", Map.of("question", question(item)));
    }
    String page = ItemAddress.of(item.itemId());
    String bank = item.institution().shown();
    try {
      removal.remove(id, caller(visit));
      return View.moved(page, Flash.done(bank + " is disconnected."));
    } catch (PlaidFault e) {
      String still = e.goesOn() ? "" : " " + bank + " is still connected.";
      return View.moved(page, Flash.problem(e.getMessage() + still));
    }
  }

  /** The question, with what the answer yes does. */
  public static Confirmation question(ItemView item) {
    String bank = item.institution().shown();
    return new Confirmation(
        "Disconnect " + bank + " of " + item.endUserId() + "?",
        List.of(
            "Plaid removes the item, and its access token is forgotten here. That cannot be undone:"
                + " the end user would have to connect the bank anew.",
            "What still waits to be sent to Heron for it is cancelled.",
            "Heron keeps the data it has. It is told to stop when this is the end user's last bank"
                + " in "
                + item.integrationName()
                + ".",
            "The end user is not told by this bridge."),
        new Confirmation.Target("/admin/item-removals", "Disconnect " + bank, true),
        ItemAddress.of(item.itemId()),
        List.of(
            new Confirmation.Field(ITEM, item.itemId()),
            new Confirmation.Field("confirmed", "yes")));
  }
}
