package io.heronbridge.integration.link;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.persistence.enduser.EndUserId;
import io.heronbridge.persistence.item.ItemId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Erases an end user: every bank is disconnected at Plaid first, then their data is deleted here.
 * What fails on the way leaves the rest to be asked for again.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EndUserErasure {
  @Inject ErasureDesk desk;
  @Inject ItemRemoval removal;

  /**
   * @throws PlaidFault when a bank could not be disconnected; the end user is kept then
   */
  public void erase(EndUserId id, Caller caller) {
    for (ItemId item : desk.itemsOf(id, caller)) {
      removal.remove(item, caller);
    }
    desk.erase(id, caller);
  }
}
