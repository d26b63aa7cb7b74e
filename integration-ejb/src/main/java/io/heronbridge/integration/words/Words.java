package io.heronbridge.integration.words;

import java.util.Locale;

/** How constants are written outside the code. */
public final class Words {
  private Words() {}

  /** The constant's name in lower case, as in the API. */
  public static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
