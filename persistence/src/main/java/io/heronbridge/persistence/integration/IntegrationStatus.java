package io.heronbridge.persistence.integration;

import io.heronbridge.persistence.lifecycle.Arrows;

/** Whether an integration's links are being submitted or held. */
public enum IntegrationStatus {
  ACTIVE,
  PAUSED;

  /** Every arrow; the verbs are those of {@link Integration}. */
  public static final Arrows<IntegrationStatus> ARROWS =
      Arrows.starting(ACTIVE, "set up")
          .and(ACTIVE, PAUSED, "pause")
          .and(PAUSED, PAUSED, "pause")
          .and(PAUSED, ACTIVE, "resume");
}
