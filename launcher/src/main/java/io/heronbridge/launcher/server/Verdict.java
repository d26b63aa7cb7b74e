package io.heronbridge.launcher.server;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Optional;

/** What the application's own lines say about its start. */
final class Verdict {
  private static final String CANNOT_START = "cannot start: ";
  private static final String NOT_DEPLOYED = "Exception while loading the app";

  private volatile String sentence;
  private volatile boolean failedToDeploy;

  void hear(String line) {
    String said = line.startsWith("{") ? errorIn(line) : line.contains(" ERROR ") ? line : "";
    int at = said.indexOf(CANNOT_START);
    if (at >= 0 && sentence == null) {
      sentence = said.substring(at + CANNOT_START.length());
    }
    if (line.contains(NOT_DEPLOYED)) {
      failedToDeploy = true;
    }
  }

  /** The message of a line in JSON that tells of an error. */
  private static String errorIn(String line) {
    try {
      JsonObject entry = JsonParser.parseString(line).getAsJsonObject();
      return "ERROR".equals(entry.get("level").getAsString())
          ? entry.get("message").getAsString()
          : "";
    } catch (RuntimeException notOurs) {
      return "";
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
