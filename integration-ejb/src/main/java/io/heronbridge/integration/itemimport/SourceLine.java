package io.heronbridge.integration.itemimport;

/**
 * One line of an upload as it came, without its end; in CSV one record, which may span lines.
 *
 * @param number of its first line, from 1
 * @param bytes empty when there is a flaw
 */
record SourceLine(long number, byte[] bytes, Flaw flaw) {

  /** Why a line could not even be cut out. */
  enum Flaw {
    NONE,
    TOO_LONG,
    UNCLOSED_QUOTE
  }

  static SourceLine flawed(long number, Flaw flaw) {
    return new SourceLine(number, new byte[0], flaw);
  }

  boolean isBlank() {
    if (flaw != Flaw.NONE) {
      return false;
    }
    for (byte each : bytes) {
      if (each != ' ' && each != '\t' && each != '\r') {
        return false;
      }
    }
    return true;
  }
}
