package io.heronbridge.integration.plaid;

import io.heronbridge.persistence.integration.PlaidEnvironment;
import io.heronbridge.persistence.secret.Secret;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an access token tells of itself: Plaid's have the form {@code access-environment-…}. */
public final class AccessTokens {
  private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]+");
  private static final Pattern PLAIDS = Pattern.compile("access-([a-z]+)-.+");
  private static final Set<String> ENVIRONMENTS = Set.of("sandbox", "development", "production");

  private AccessTokens() {}

  /**
   * Why the token cannot be one of this environment; empty when nothing speaks against it. A token
   * of another form is let through: only Plaid can tell what it is.
   */
  public static Optional<String> objection(Secret token, PlaidEnvironment environment) {
    String text = token.reveal();
    if (!VISIBLE.matcher(text).matches()) {
      return Optional.of("must be visible ASCII characters");
    }
    Matcher form = PLAIDS.matcher(text);
    String own = environment.name().toLowerCase(Locale.ROOT);
    if (!form.matches() || !ENVIRONMENTS.contains(form.group(1)) || own.equals(form.group(1))) {
      return Optional.empty();
    }
    return Optional.of(
        "is of Plaid's %s environment, but the integration is of %s".formatted(form.group(1), own));
  }
}
