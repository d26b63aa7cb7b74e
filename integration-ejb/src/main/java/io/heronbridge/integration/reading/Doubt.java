package io.heronbridge.integration.reading;

import static io.heronbridge.persistence.item.ItemStatus.LOGIN_REQUIRED;
import static io.heronbridge.persistence.item.ItemStatus.REVOKED;

import io.heronbridge.persistence.item.ItemEvent;
import io.heronbridge.persistence.item.ItemEventKind;
import io.heronbridge.persistence.item.ItemHealth;
import io.heronbridge.persistence.item.ItemStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a healthy answer of Plaid's may lag behind a webhook that said otherwise. */
final class Doubt {
  /** So long a bad word stands against a good answer. */
  static final Duration LAG = Duration.ofMinutes(10);

  private static final Set<ItemEventKind> BAD =
      EnumSet.of(ItemEventKind.LOGIN_REQUIRED, ItemEventKind.REVOKED);
  private static final Set<ItemStatus> ILL = EnumSet.of(LOGIN_REQUIRED, REVOKED);

  private Doubt() {}

  /**
   * How long the answer must be waited out; empty when it can be believed.
   *
   * @param told all that decides the item's health, in its order
   */
  static Optional<Duration> ofHealth(List<ItemEvent> told, Instant askedAt) {
    if (!ILL.contains(ItemHealth.after(told).status())) {
      return Optional.empty();
    }
    return told.stream()
        .filter(event -> BAD.contains(event.kind()))
        .filter(event -> !event.source().equals(HeronNews.SOURCE))
        .map(ItemEvent::toldAt)
        .max(Comparator.naturalOrder())
        .map(at -> Duration.between(askedAt, at.plus(LAG)))
        .filter(left -> !left.isNegative() && !left.isZero());
  }
}
