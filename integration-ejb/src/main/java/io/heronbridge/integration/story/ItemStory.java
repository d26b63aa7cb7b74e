package io.heronbridge.integration.story;

import io.heronbridge.integration.item.ItemView;
import java.time.Instant;
import java.util.Optional;

/**
 * An item and where it came from.
 *
 * @param origin empty for items that were brought in
 */
public record ItemStory(ItemView item, Optional<Origin> origin) {
  /**
   * The exchange that brought it.
   *
   * @param plaidSessionId Plaid's {@code link_session_id}, for its support
   * @param requestId Plaid's {@code request_id}, for its support
   * @param calls times Plaid was asked
   */
  public record Origin(
      Instant at,
      String requestedBy,
      Optional<String> plaidSessionId,
      Optional<String> requestId,
      int calls) {}
}
