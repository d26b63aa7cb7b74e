package io.heronbridge.integration.reading;

import io.heronbridge.persistence.integrationlink.HeronsView;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What came of asking Heron for an end user's links. */
sealed interface HeronSaid {
  /**
   * All of them, by item.
   *
   * @param askedAt what became true after it may not be in the list yet
   */
  record Listed(Map<String, HeronsView> links, Instant askedAt) implements HeronSaid {}

  /** Nothing that can be believed, or it may not be asked just now. */
  record Nothing(Duration again) implements HeronSaid {}

  /** It does not tell, and asking again soon would not change that. */
  record Untold() implements HeronSaid {}

  /** It was not asked, and need not be. */
  record NotAsked() implements HeronSaid {}
}
