package io.heronbridge.portal.api;

import io.heronbridge.integration.story.StoryEntry;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One line of an item's story in an answer. */
@Schema(name = "TimelineEntry")
public record TimelineJson(
    Instant at,
    String kind,
    String code,
    String title,
    String tone,
    Optional<String> detail,
    Optional<String> meaning,
    Optional<String> advice,
    Optional<String> by,
    Optional<UUID> webhookId,
    Optional<String> webhookStatus,
    Optional<LinkJson.AttemptJson> attempt,
    Optional<UUID> eventId) {

  static TimelineJson of(StoryEntry entry) {
    StoryEntry.Words words = entry.words();
    return new TimelineJson(
        entry.at(),
        entry.kind(),
        entry.code(),
        words.title(),
        words.tone(),
        words.detail(),
        words.meaning(),
        words.advice(),
        entry.by(),
        entry.refs().webhook(),
        entry.refs().webhookStatus(),
        entry.refs().attempt().map(LinkJson.AttemptJson::of),
        entry.refs().event());
  }
}
