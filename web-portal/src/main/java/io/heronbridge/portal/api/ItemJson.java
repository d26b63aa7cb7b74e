package io.heronbridge.portal.api;

import io.heronbridge.integration.item.ItemView;
import io.heronbridge.integration.item.Standing;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An item in an answer. */
@Schema(name = "Item")
public record ItemJson(
    String itemId,
    UUID integrationId,
    String endUserId,
    Institution institution,
    String status,
    Optional<ErrorJson> error,
    Instant createdAt,
    LinkJson integrationLink,
    boolean newAccounts,
    Optional<Instant> disconnectsAt,
    Optional<Instant> removalRequestedAt,
    Optional<Instant> plaidReadAt,
    Summary summary) {

  /** The bank. */
  @Schema(name = "Institution")
  public record Institution(Optional<String> institutionId, Optional<String> name) {}

  /** Where it stands at Plaid and at Heron together, in words. */
  @Schema(name = "ItemSummary")
  public record Summary(String title, String meaning, Optional<String> advice) {
    private static Summary of(Standing standing) {
      return new Summary(standing.title(), standing.meaning(), standing.advice());
    }
  }

  /** What Plaid last said is wrong. */
  @Schema(name = "ItemError")
  public record ErrorJson(String errorCode, Optional<String> errorMessage) {}

  static ItemJson of(ItemView view) {
    return new ItemJson(
        view.itemId(),
        view.integrationId(),
        view.endUserId(),
        new Institution(view.institution().institutionId(), view.institution().name()),
        view.status(),
        view.error().map(error -> new ErrorJson(error.code(), error.message())),
        view.createdAt(),
        LinkJson.of(view.link()),
        view.newAccounts(),
        view.life().disconnectsAt(),
        view.life().removalRequestedAt(),
        view.life().plaidReadAt(),
        Summary.of(view.standing()));
  }
}
