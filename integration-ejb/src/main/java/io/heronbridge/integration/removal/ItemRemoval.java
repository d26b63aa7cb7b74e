package io.heronbridge.integration.removal;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.plaid.PlaidClient;
import io.heronbridge.integration.plaid.PlaidException;
import io.heronbridge.integration.plaid.PlaidFault;
import io.heronbridge.persistence.item.ItemId;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Disconnects one bank. The wish is durable before Plaid is asked; when the answer does not come,
 * or this node dies, the outbox goes on with it. Plaid's word that the item is gone counts as done.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class ItemRemoval {
  @Inject RemovalDesk desk;
  @Inject PlaidClient plaid;

  /**
   * Removes the item now, and returns when it is gone.
   *
   * @throws PlaidFault when Plaid did not remove it; {@link PlaidFault#goesOn()} tells whether it
   *     stays as it was or is still being removed
   */
  public void remove(ItemId id, Caller caller) {
    Optional<RemovalDesk.Order> order = desk.begin(id, caller);
    if (order.isEmpty()) {
      return;
    }
    try {
      plaid.removeItem(order.get().target(), order.get().accessToken());
    } catch (PlaidException e) {
      throw failed(order.get(), e);
    }
    desk.finish(order.get().item());
  }

  private PlaidFault failed(RemovalDesk.Order order, PlaidException e) {
    // What was promised before this call, to an end user or by a replacement, is not taken back.
    boolean promised = order.underWay() && e.kind() != PlaidException.Kind.REFUSED;
    if (promised || mayHaveHappened(e)) {
      desk.hurry(order.item());
      return PlaidFault.ofWorkThatGoesOn(e);
    }
    desk.giveUp(order.item(), e.errorCode().orElse(e.kind().name()), e.getMessage());
    return new PlaidFault(e);
  }

  private static boolean mayHaveHappened(PlaidException e) {
    return switch (e.kind()) {
      case DOWN, UNKNOWN -> true;
      case REFUSED, NOT_FOUND, KEYS_REFUSED, LIMITED, UNREACHABLE -> false;
    };
  }

  /** Promises the removal in the caller's transaction; it happens soon after the commit. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void request(ItemId id, String actor) {
    desk.promise(id, actor);
  }
}
