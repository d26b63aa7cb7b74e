package io.heronbridge.integration.removal;

import static java.lang.System.Logger.Level.INFO;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.heron.HeronAnswer;
import io.heronbridge.integration.heron.HeronClient;
import io.heronbridge.integration.heron.HeronTarget;
import io.heronbridge.integration.plaid.PlaidFault;
import io.heronbridge.persistence.enduser.EndUserId;
import io.heronbridge.persistence.item.ItemId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Erases an end user: every bank is disconnected at Plaid first, Heron is told, then their data is
 * deleted here. What fails on the way leaves the rest to be asked for again.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EndUserErasure {
  private static final System.Logger LOG = System.getLogger(EndUserErasure.class.getName());

  @Inject ErasureDesk desk;
  @Inject ItemRemoval removal;
  @Inject HeronClient heron;

  /**
   * @throws PlaidFault when a bank could not be disconnected; the end user is kept then
   */
  public void erase(EndUserId id, Caller caller) {
    for (ItemId item : desk.itemsOf(id, caller)) {
      removal.remove(item, caller);
    }
    for (HeronTarget target : desk.whereLinked(id)) {
      // Once, and without waiting for Heron to be well: with the items gone, it also learns from
      // Plaid.
      heron
          .disableLinks(target, id.value())
          .thenAccept(answer -> LOG.log(INFO, () -> "erasure told to Heron: " + word(answer)))
          .join();
    }
    desk.erase(id, caller);
  }

  private static String word(HeronAnswer answer) {
    return answer instanceof HeronAnswer.Answered answered
        ? "status " + answered.status()
        : "no answer";
  }
}
