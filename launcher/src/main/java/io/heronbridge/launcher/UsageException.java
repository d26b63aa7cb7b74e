package io.heronbridge.launcher;

/** The command line cannot be understood. */
class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String sentence) {
    super(sentence);
  }
}
