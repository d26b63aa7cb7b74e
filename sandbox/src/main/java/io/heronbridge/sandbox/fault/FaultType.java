package io.heronbridge.sandbox.fault;

import java.util.Locale;

/** The ways in which a request can go wrong, and whether its work is done all the same. */
public enum FaultType {
  /** Answered with the given status and body. */
  STATUS(false),
  /** Done at once, answered late. */
  DELAY(true),
  /** Connection closed, nothing done. */
  RESET_BEFORE(false),
  /** Done, then the connection is closed without an answer. */
  RESET_AFTER(true),
  /** Answered with bytes that are not JSON. */
  GARBAGE(true),
  /** Answered with no body. */
  EMPTY(true),
  /** The true answer, cut short of its declared length. */
  TRUNCATE(true),
  /** Silence, then the connection is closed. */
  STALL(false),
  /** Answered with a page, as a proxy in between would. */
  HTML(false);

  private final boolean performs;

  FaultType(boolean performs) {
    this.performs = performs;
  }

  boolean performs() {
    return performs;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static FaultType of(String word) {
    for (FaultType type : values()) {
      if (type.word().equals(word)) {
        return type;
      }
    }
    throw new IllegalArgumentException("unknown effect type " + word);
  }
}
