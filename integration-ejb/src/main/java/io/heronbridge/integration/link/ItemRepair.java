package io.heronbridge.integration.link;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.audit.AuditTrail;
import io.heronbridge.integration.itemstate.ItemStates;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.persistence.item.Item;
import io.heronbridge.persistence.item.ItemEventKind;
import io.heronbridge.persistence.item.ItemId;
import io.heronbridge.persistence.item.Items;
import io.heronbridge.persistence.item.Saying;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Takes note that Link ended well in update mode; Plaid's own word follows by webhook. */
@Stateless
public class ItemRepair {
  @Inject Items items;
  @Inject ItemStates states;
  @Inject AuditTrail audit;

  /** The end user has mended the login. */
  public void repaired(ItemId id, Caller caller) {
    // Locked before anything is read: what was read earlier would be written back stale.
    Item item =
        items
            .findForChange(id)
            .filter(found -> caller.mayUse(found.integration().id()))
            .orElseThrow(() -> new NotFoundException("item " + id));
    states.tell(item, Saying.of(ItemEventKind.LOGIN_REPAIRED), caller.name());
    audit.record(caller.name(), "item.repair", "item:" + id);
  }
}
