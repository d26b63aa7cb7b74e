package io.heronbridge.persistence.resendjob;

import io.heronbridge.persistence.lifecycle.Arrows;

/** How far a resend job is. */
public enum ResendJobStatus {
  /** Asked about, not begun: no link is touched. */
  PLANNED,
  /** Its links are being resent. */
  RUNNING,
  /** Held by a person, or because its links could not be resent. */
  PAUSED,
  /** Every link was resent, or found to need it no more. */
  DONE,
  /** A person stopped it; what was not resent stayed as it was. */
  CANCELLED;

  /** Every arrow; the verbs are those of {@link ResendJob}. */
  public static final Arrows<ResendJobStatus> ARROWS =
      Arrows.starting(PLANNED, "plan")
          .and(PLANNED, RUNNING, "start")
          .and(RUNNING, RUNNING, "count")
          .and(RUNNING, PAUSED, "pause")
          .and(PAUSED, RUNNING, "resume")
          .and(RUNNING, DONE, "finish")
          .and(PLANNED, CANCELLED, "cancel")
          .and(RUNNING, CANCELLED, "cancel")
          .and(PAUSED, CANCELLED, "cancel");
}
