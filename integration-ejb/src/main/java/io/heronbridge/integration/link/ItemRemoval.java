package io.heronbridge.integration.link;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.plaid.PlaidClient;
import io.heronbridge.integration.plaid.PlaidException;
import io.heronbridge.persistence.item.ItemId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Disconnects one bank: at Plaid first, then here. A crash in between is mended by asking again,
 * since Plaid's word that the item is gone counts as done.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ItemRemoval {
  @Inject ItemDesk desk;
  @Inject PlaidClient plaid;

  /**
   * @throws PlaidFault when Plaid could not remove it; then nothing has changed
   */
  public void remove(ItemId id, Caller caller) {
    Optional<ItemDesk.Key> key = desk.keyOf(id, caller);
    if (key.isEmpty()) {
      return;
    }
    try {
      plaid.removeItem(key.get().target(), key.get().accessToken());
    } catch (PlaidException e) {
      throw new PlaidFault(e);
    }
    desk.markRemoved(id, caller);
  }
}
