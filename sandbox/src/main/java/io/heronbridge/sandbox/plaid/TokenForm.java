package io.heronbridge.sandbox.plaid;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How Plaid's tokens are written, and what it says of one that is not of this environment. */
enum TokenForm {
  ACCESS,
  PUBLIC,
  LINK;

  private static final String ENVIRONMENT = "sandbox";
  private final String word = name().toLowerCase(Locale.ROOT);
  private final Pattern form = Pattern.compile(word + "-([a-z]+)-[A-Za-z0-9-]+");

  void check(String token) {
    Matcher parts = form.matcher(token);
    if (!parts.matches()) {
      throw refused(
          "provided %1$s token is in an invalid format. expected format: %1$s-<environment>-<identifier>"
              .formatted(word));
    }
    if (!parts.group(1).equals(ENVIRONMENT)) {
      throw refused(
          "provided %s token is for the wrong Plaid environment. expected \"%s\", got \"%s\""
              .formatted(word, ENVIRONMENT, parts.group(1)));
    }
  }

  private PlaidRefusal refused(String message) {
    return new PlaidRefusal(PlaidError.invalidInput("INVALID_" + name() + "_TOKEN", message));
  }
}
