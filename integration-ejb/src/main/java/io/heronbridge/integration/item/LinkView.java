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
    Instant createdAt) {

  /**
   * Why the latest attempt did not succeed.
   *
   * @param advice what a person can do about it, one sentence
   */
  public record Failure(
      String kind, Optional<Integer> httpStatus, String message, Instant at, String advice) {}

  /**
   * What Heron last said of the link.
   *
   * @param readAt when it was asked; empty when it said so by itself
   */
  public record Heron(
      Optional<String> status,
      Optional<String> statusMessage,
      Optional<Instant> lastSuccessfulSync,
      Optional<String> dataSourceHeronId,
      Optional<Instant> readAt) {}
}
