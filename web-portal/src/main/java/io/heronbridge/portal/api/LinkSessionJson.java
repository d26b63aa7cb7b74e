package io.heronbridge.portal.api;

import io.heronbridge.integration.link.LinkSessionView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A hosted link in an answer; its URL was told once and is not known any more. */
@Schema(name = "LinkSession")
public record LinkSessionJson(
    UUID id,
    UUID integrationId,
    String endUserId,
    String state,
    Instant createdAt,
    Instant expiresAt,
    Optional<Instant> openedAt,
    Optional<Instant> revokedAt,
    Optional<String> returnUrl,
    List<String> itemIds) {

  static LinkSessionJson of(LinkSessionView view) {
    return new LinkSessionJson(
        view.id(),
        view.scope().integrationId(),
        view.scope().endUserId(),
        view.state(),
        view.times().createdAt(),
        view.times().expiresAt(),
        view.times().openedAt(),
        view.times().revokedAt(),
        view.returnUrl(),
        view.itemIds());
  }
}
