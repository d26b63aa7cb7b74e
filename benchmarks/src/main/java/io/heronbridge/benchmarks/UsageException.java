package io.heronbridge.benchmarks;

/** The command line cannot be understood; the message says why, in one sentence. */
final class UsageException extends RuntimeException {
  UsageException(String message) {
    super(message);
  }
}
