package io.heronbridge.integration.item;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An item with its link; never its access token. */
public record ItemView(
    String itemId,
    UUID integrationId,
    String integrationName,
    String endUserId,
    Institution institution,
    String status,
    Optional<ItemError> error,
    Instant createdAt,
    LinkView link) {

  /** The bank, as Link named it. */
  public record Institution(
      Optional<String> institutionId, Optional<String> name, List<String> masks) {

    /** A name to show: the bank's, or a neutral word. */
    public String shown() {
      return name.orElse("Bank");
    }
  }

  /** What Plaid last said is wrong. */
  public record ItemError(String code, Optional<String> message) {}
}
