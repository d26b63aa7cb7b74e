package io.heronbridge.integration.item;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An item with its link; never its access token.
 *
 * @param newAccounts whether the bank has accounts that the end user has not chosen yet
 */
public record ItemView(
    String itemId,
    UUID integrationId,
    String integrationName,
    String endUserId,
    Institution institution,
    String status,
    Optional<ItemError> error,
    boolean newAccounts,
    Instant createdAt,
    LinkView link,
    Life life) {

  /** The bank, as Link named it. */
  public record Institution(
      Optional<String> institutionId, Optional<String> name, List<String> masks) {

    /** A name to show: the bank's, or a neutral word. */
    public String shown() {
      return name.orElse("Bank");
    }
  }

  /**
   * What is ahead of it, and when Plaid was last asked.
   *
   * @param disconnectsAt when Plaid will end the connection, where it named a day
   * @param removalRequestedAt present while it is being disconnected
   */
  public record Life(
      Optional<Instant> disconnectsAt,
      Optional<Instant> removalRequestedAt,
      Optional<Instant> plaidReadAt,
      Optional<Instant> removedAt) {
    /** Nothing is ahead, and Plaid was never asked. */
    public static final Life QUIET =
        new Life(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Whether it is being disconnected. */
  public boolean isLeaving() {
    return life.removalRequestedAt().isPresent();
  }

  /** Where it stands, in words for an operator. */
  public Standing standing() {
    return Standing.of(this);
  }

  /** What Plaid last said is wrong. */
  public record ItemError(String code, Optional<String> message) {}
}
