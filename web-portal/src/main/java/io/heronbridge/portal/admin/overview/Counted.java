package io.heronbridge.portal.admin.overview;

import io.heronbridge.integration.overview.Overview;
import java.util.Locale;

/** Numbers in words for the overview. */
final class Counted {
  private Counted() {}

  /** With separators, and a plus where counting stopped. */
  static String words(long number) {
    String words = String.format(Locale.ENGLISH, "%,d", Math.min(number, Overview.MOST_COUNTED));
    return number >= Overview.MOST_COUNTED ? words + "+" : words;
  }

  /** The number with what it counts: {@code 1 link}, {@code 12 links}. */
  static String words(long number, String one, String many) {
    return words(number) + " " + (number == 1 ? one : many);
  }
}
