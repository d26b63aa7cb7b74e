package io.heronbridge.integration.link;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.persistence.item.ItemId;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Takes note that Link ended well in update mode; Plaid's own word follows by webhook. */
@Stateless
public class ItemRepair {
  @Inject ItemDesk desk;

  public void repaired(ItemId id, Caller caller) {
    desk.markRepaired(id, caller);
  }
}
