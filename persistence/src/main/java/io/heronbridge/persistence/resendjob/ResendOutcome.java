package io.heronbridge.persistence.resendjob;

/** What a resend job did with one of its links. */
public enum ResendOutcome {
  RESENT,
  /** It did not stand any more as it stood when the job was started. */
  SKIPPED
}
