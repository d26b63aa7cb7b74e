package io.heronbridge.integration.item;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An integration link as it may be shown.
 *
 * @param status pending, linked, failed or cancelled
 * @param attempts calls made for the present submission
 * @param waitingFor why a pending link is not being tried, in words; empty when it is simply not
 *     its turn
 */
public record LinkView(
    UUID id,
    String itemId,
    UUID integrationId,
    String integrationName,
    String endUserId,
    Optional<String> institutionName,
    String status,
    int attempts,
    Optional<Instant> nextAttemptAt,
    Optional<Failure> lastError,
    Heron heron,
    Optional<String> waitingFor,
    Optional<Instant> linkedAt,
    Instant createdAt,
    Reading reading) {

  /** The same with a better answer to what it waits for. */
  public LinkView waitingFor(Optional<String> what) {
    return new LinkView(
        id,
        itemId,
        integrationId,
        integrationName,
        endUserId,
        institutionName,
        status,
        attempts,
        nextAttemptAt,
        lastError,
        heron,
        what,
        linkedAt,
        createdAt,
        reading);
  }

  /**
   * Why the latest attempt did not succeed.
   *
   * @param advice what a person can do about it, one sentence
   */
  public record Failure(
      String kind, Optional<Integer> httpStatus, String message, Instant at, String advice) {}

  /**
   * When Heron and Plaid were asked, and what came of it.
   *
   * @param nextAt when they will be asked again by themselves
   * @param drift in what they disagree with us; empty when all agree
   * @param direct whether states are only read, since Plaid's webhooks do not pass us
   */
  public record Reading(
      Optional<Instant> heronAt,
      Optional<Instant> plaidAt,
      Optional<Instant> nextAt,
      Optional<String> drift,
      boolean direct) {}

  /** What Heron last said of the link. */
  public record Heron(
      Optional<String> status,
      Optional<String> statusMessage,
      Optional<Instant> lastSuccessfulSync,
      Optional<String> dataSourceHeronId) {}
}
