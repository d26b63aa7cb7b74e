package io.heronbridge.persistence.outbox;

/** Why a finished message comes back into the outbox. */
public enum Comeback {
  /** A person wants a dead message delivered. */
  RESEND("resend"),
  /** The work is wanted once more, whatever became of it before. */
  AGAIN("again");

  private final String verb;

  Comeback(String verb) {
    this.verb = verb;
  }

  /** The arrow it goes along. */
  String verb() {
    return verb;
  }

  /** Whether a message that ended like this can come back for that reason. */
  public boolean isOpenTo(FinishedMessage finished) {
    return MessageState.ARROWS.lead(finished.state(), MessageState.PENDING, verb);
  }
}
