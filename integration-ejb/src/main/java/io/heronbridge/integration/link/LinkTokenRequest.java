package io.heronbridge.integration.link;

import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.persistence.enduser.EndUserId;
import io.heronbridge.persistence.item.ItemId;
import java.util.Optional;
import java.util.UUID;

/**
 * Who wants to open Link.
 *
 * @param itemId present to repair that item (update mode), empty to connect a new bank
 * @param accountSelection in update mode: let the end user choose accounts anew
 */
public record LinkTokenRequest(
    UUID integrationId,
    EndUserId endUserId,
    Optional<String> endUserName,
    Optional<ItemId> itemId,
    boolean accountSelection) {

  /**
   * @throws InvalidInputException when accounts are to be chosen anew at no item
   */
  public LinkTokenRequest {
    if (accountSelection && itemId.isEmpty()) {
      throw new InvalidInputException("account_selection", "needs an item_id");
    }
  }
}
