package io.heronbridge.sandbox.control;

import java.util.Locale;
import java.util.stream.Stream;

/** How a simulated service fares as a whole, until told otherwise. */
enum Condition {
  NORMAL("Back to normal"),
  SLOW("Slow"),
  DOWN("Down"),
  LIMITED("Rate limited"),
  KEY_REFUSED("Refuses the key");

  private final String label;

  Condition(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name of the rule that holds a service in this condition. */
  String ruleOf(String service) {
    return service + "_" + word();
  }

  static Condition of(String word) {
    return Stream.of(values())
        .filter(condition -> condition.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "condition must be one of "
                        + Stream.of(values()).map(Condition::word).toList()));
  }
}
