package io.heronbridge.portal.api;

import io.heronbridge.integration.item.AttemptView;
import io.heronbridge.integration.item.LinkView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An integration link in an answer. */
@Schema(name = "IntegrationLink")
public record LinkJson(
    UUID id,
    String itemId,
    UUID integrationId,
    String endUserId,
    String status,
    int attempts,
    Optional<Instant> nextAttemptAt,
    Optional<LastError> lastError,
    Optional<String> waitingFor,
    Optional<String> heronStatus,
    Optional<String> statusMessage,
    Optional<Instant> lastSuccessfulSync,
    Optional<String> dataSourceHeronId,
    Optional<Instant> linkedAt,
    Instant createdAt,
    Optional<Instant> heronReadAt,
    Optional<Instant> plaidReadAt,
    Optional<Instant> nextReadAt,
    Optional<String> drift) {

  /** Why the latest attempt did not link. */
  @Schema(name = "LinkError")
  public record LastError(
      String kind, Optional<Integer> httpStatus, String message, Instant at, String advice) {}

  /** One attempt. */
  @Schema(name = "Attempt")
  public record AttemptJson(
      int number,
      Instant startedAt,
      long durationMs,
      String node,
      int claimNumber,
      String outcome,
      Optional<Integer> httpStatus,
      Optional<String> detail,
      Optional<String> nextStep) {
    static AttemptJson of(AttemptView view) {
      return new AttemptJson(
          view.number(),
          view.startedAt(),
          view.durationMillis(),
          view.node(),
          view.claimNumber(),
          view.outcome(),
          view.httpStatus(),
          view.detail(),
          view.nextStep());
    }
  }

  static LinkJson of(LinkView view) {
    return new LinkJson(
        view.id(),
        view.itemId(),
        view.integrationId(),
        view.endUserId(),
        view.status(),
        view.attempts(),
        view.nextAttemptAt(),
        view.lastError()
            .map(
                error ->
                    new LastError(
                        error.kind(),
                        error.httpStatus(),
                        error.message(),
                        error.at(),
                        error.advice())),
        view.waitingFor(),
        view.heron().status(),
        view.heron().statusMessage(),
        view.heron().lastSuccessfulSync(),
        view.heron().dataSourceHeronId(),
        view.linkedAt(),
        view.createdAt(),
        view.reading().heronAt(),
        view.reading().plaidAt(),
        view.reading().nextAt(),
        view.reading().drift());
  }

  /** A link with everything that was tried. */
  @Schema(name = "IntegrationLinkWithAttempts")
  public record WithAttempts(
      UUID id,
      String itemId,
      UUID integrationId,
      String endUserId,
      String status,
      int attempts,
      Optional<Instant> nextAttemptAt,
      Optional<LastError> lastError,
      Optional<String> waitingFor,
      Optional<String> heronStatus,
      Optional<String> statusMessage,
      Optional<Instant> lastSuccessfulSync,
      Optional<String> dataSourceHeronId,
      Optional<Instant> linkedAt,
      Instant createdAt,
      Optional<Instant> heronReadAt,
      Optional<Instant> plaidReadAt,
      Optional<Instant> nextReadAt,
      Optional<String> drift,
      List<AttemptJson> attemptsLog) {
    static WithAttempts of(LinkJson link, List<AttemptView> log) {
      return new WithAttempts(
          link.id,
          link.itemId,
          link.integrationId,
          link.endUserId,
          link.status,
          link.attempts,
          link.nextAttemptAt,
          link.lastError,
          link.waitingFor,
          link.heronStatus,
          link.statusMessage,
          link.lastSuccessfulSync,
          link.dataSourceHeronId,
          link.linkedAt,
          link.createdAt,
          link.heronReadAt,
          link.plaidReadAt,
          link.nextReadAt,
          link.drift,
          log.stream().map(AttemptJson::of).toList());
    }
  }
}
