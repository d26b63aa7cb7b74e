package io.heronbridge.persistence.itemimport;

/** How far an import is. */
public enum ImportStatus {
  /** Its file is still being uploaded. */
  RECEIVING,
  /** The whole file is stored and is being worked off. */
  RUNNING,
  /** Every line was accepted or rejected. */
  DONE,
  /** A person stopped it; what was brought in until then stays. */
  CANCELLED,
  /** The upload did not arrive whole; nothing was brought in. */
  BROKEN_OFF,
  /** It could not be worked off; what was brought in until then stays. */
  FAILED;

  /** Whether it is still going on. */
  public boolean isOpen() {
    return this == RECEIVING || this == RUNNING;
  }
}
