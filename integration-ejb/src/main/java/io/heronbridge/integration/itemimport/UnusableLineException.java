package io.heronbridge.integration.itemimport;

/** A line cannot be taken; the message says why and never quotes the line. */
class UnusableLineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableLineException(String reason) {
    super(reason);
  }
}
