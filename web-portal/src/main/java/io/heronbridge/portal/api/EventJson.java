package io.heronbridge.portal.api;

import io.heronbridge.integration.item.AttemptView;
import io.heronbridge.integration.lenderevent.EventView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An event in an answer. */
@Schema(name = "Event")
public record EventJson(
    UUID id,
    @Schema(description = "What webhook-id tells.") String webhookId,
    String type,
    UUID integrationId,
    Optional<String> itemId,
    String status,
    Optional<String> reason,
    int attempts,
    Optional<Instant> nextAttemptAt,
    Instant createdAt,
    Optional<Instant> finishedAt) {

  static EventJson of(EventView view) {
    return new EventJson(
        view.id(),
        view.webhookId(),
        view.type(),
        view.integrationId(),
        view.itemId(),
        view.status(),
        view.reason(),
        view.attempts(),
        view.nextAttemptAt(),
        view.createdAt(),
        view.finishedAt());
  }

  /** An event with what is sent and every attempt. */
  @Schema(name = "EventWithContent")
  public record WithContent(
      EventJson event, String payload, List<LinkJson.AttemptJson> attemptsLog) {
    static WithContent of(EventView view, List<AttemptView> attempts) {
      return new WithContent(
          EventJson.of(view),
          view.body(),
          attempts.stream().map(LinkJson.AttemptJson::of).toList());
    }
  }
}
