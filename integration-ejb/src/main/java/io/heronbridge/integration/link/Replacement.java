package io.heronbridge.integration.link;

import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.integration.removal.ItemRemoval;
import io.heronbridge.persistence.exchange.ClaimState;
import io.heronbridge.persistence.exchange.PublicTokenClaim;
import io.heronbridge.persistence.item.Item;
import io.heronbridge.persistence.item.Items;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Lets a new item take the place of an old one. The wish stands with the claim, and the removal is
 * promised in the transaction that keeps the new item: after a crash either the exchange is still
 * open and the old item untouched, or the new item is there and the promise with it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Replacement {
  @Inject Items items;
  @Inject ItemRemoval removal;

  /**
   * The end user wishes it while, or after, the public token is exchanged.
   *
   * @param old the old item's row
   */
  public void wish(PublicTokenClaim claim, UUID old) {
    if (isOwn(claim, old)) {
      throw new InvalidInputException(
          "replace_item_id", "is the item that this public token brought");
    }
    boolean known = claim.replaces().filter(old::equals).isPresent();
    claim.replace(old);
    if (!known && claim.state() == ClaimState.EXCHANGED) {
      settle(claim);
    }
  }

  /** The claim has brought its item: the old one goes. */
  public void settle(PublicTokenClaim claim) {
    // Only ids are read here: the removal reads the old item itself, under its lock.
    claim
        .replaces()
        .filter(old -> !isOwn(claim, old))
        .flatMap(items::connected)
        .ifPresent(old -> removal.request(old, claim.requestedBy()));
  }

  private static boolean isOwn(PublicTokenClaim claim, UUID old) {
    return claim.item().map(Item::id).filter(old::equals).isPresent();
  }
}
