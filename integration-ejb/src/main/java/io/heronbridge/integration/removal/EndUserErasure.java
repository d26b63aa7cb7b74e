package io.heronbridge.integration.removal;

import static java.lang.System.Logger.Level.INFO;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.heron.HeronAnswer;
import io.heronbridge.integration.heron.HeronAnswer.Answered;
import io.heronbridge.integration.heron.HeronClient;
import io.heronbridge.integration.heron.HeronPermits;
import io.heronbridge.integration.heron.HeronTarget;
import io.heronbridge.integration.plaid.PlaidFault;
import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.enduser.EndUserId;
import io.heronbridge.persistence.item.ItemId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Erases an end user: every bank is disconnected at Plaid first, Heron is told, then their data is
 * deleted here. What fails on the way leaves the rest to be asked for again.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed({Role.Names.ADMIN, Role.Names.API_WRITE})
public class EndUserErasure {
  private static final System.Logger LOG = System.getLogger(EndUserErasure.class.getName());

  @Inject ErasureDesk desk;
  @Inject ItemRemoval removal;
  @Inject HeronClient heron;
  @Inject HeronPermits permits;

  /**
   * How many banks an erasure would disconnect.
   *
   * @throws ConflictException when the end user cannot be erased now
   */
  public int banks(EndUserId id, Caller caller) {
    return desk.itemsOf(id, caller).size();
  }

  /**
   * @throws PlaidFault when a bank could not be disconnected; the end user is kept then
   */
  public void erase(EndUserId id, Caller caller) {
    for (ItemId item : desk.itemsOf(id, caller)) {
      removal.remove(item, caller);
    }
    List<String> ends = desk.whereLinked(id).stream().map(target -> tell(target, id)).toList();
    LOG.log(INFO, () -> "erasure told to Heron: " + ends);
    desk.erase(id, caller);
  }

  /** One call at most: a Heron that is not well learns from Plaid that the items are gone. */
  private String tell(HeronTarget target, EndUserId id) {
    if (permits.take(target.budget()).isPresent()) {
      return "no permit";
    }
    HeronAnswer answer = heron.disableLinks(target, id.value()).join();
    if (!(answer instanceof Answered answered)) {
      return "no answer";
    }
    if (answered.status() == 429) {
      permits.block(target.budget(), HeronPermits.pause(answered.retryAfter()));
    }
    return "status " + answered.status();
  }
}
