package io.heronbridge.launcher.server;

import java.util.Optional;

/** What the application's own lines say about its start. */
final class Verdict {
  private static final String CANNOT_START = "cannot start: ";
  private static final String NOT_DEPLOYED = "Exception while loading the app";

  private volatile String sentence;
  private volatile boolean failedToDeploy;

  void hear(String line) {
    int at = line.indexOf(CANNOT_START);
    if (at >= 0 && sentence == null && line.contains(" ERROR ")) {
      sentence = line.substring(at + CANNOT_START.length());
    }
    if (line.contains(NOT_DEPLOYED)) {
      failedToDeploy = true;
    }
  }

  /** Why it will never be ready; empty while it may. */
  Optional<String> refusal() {
    if (sentence != null) {
      return Optional.of(sentence);
    }
    return failedToDeploy
        ? Optional.of("The application could not be deployed: its log tells why.")
        : Optional.empty();
  }
}
