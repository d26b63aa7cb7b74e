package io.heronbridge.integration.setup;

import com.plaid.client.model.CountryCode;
import com.plaid.client.model.Products;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Plaid's rules for link tokens, checked when an integration is described rather than when it
 * fails.
 */
final class LinkRules {
  static final List<String> DEFAULT_PRODUCTS = List.of("transactions");
  static final List<String> DEFAULT_COUNTRIES = List.of("US");
  static final String DEFAULT_LANGUAGE = "en";

  /** Plaid's most, and what Heron asks for. */
  static final int DEFAULT_DAYS = 730;

  /** Plaid silently shows "This Application" instead of a longer name. */
  private static final int LONGEST_CLIENT_NAME = 30;

  private static final Set<String> LANGUAGES =
      Set.of(
          "da", "nl", "en", "et", "fr", "de", "hi", "it", "lv", "lt", "no", "pl", "pt", "ro", "es",
          "sv", "vi");

  /** Products that Plaid adds by itself and refuses here. */
  private static final Set<String> NOT_IN_LINK =
      Set.of("balance", "monitor", "recurring_transactions", "investments_refresh");

  private LinkRules() {}

  /** Takes note of what is wrong. */
  interface Findings {
    void unless(boolean right, String field, String message);
  }

  static void check(IntegrationDraft.Link link, Findings findings) {
    String name = link.clientName() == null ? "" : link.clientName().trim();
    findings.unless(
        !name.isEmpty() && name.length() <= LONGEST_CLIENT_NAME,
        "link.client_name",
        "must be 1 to 30 characters, or Plaid shows another name");
    List<String> products = link.products().orElse(DEFAULT_PRODUCTS);
    findings.unless(
        !products.isEmpty() && products.stream().allMatch(LinkRules::isProduct),
        "link.products",
        "must be products of Plaid, at least one");
    findings.unless(
        products.contains("transactions"),
        "link.products",
        "must contain transactions, or the history window is not fixed at days_requested");
    List<String> countries = link.countryCodes().orElse(DEFAULT_COUNTRIES);
    findings.unless(
        !countries.isEmpty() && countries.stream().allMatch(LinkRules::isCountry),
        "link.country_codes",
        "must be countries of Plaid, at least one, such as US");
    findings.unless(
        LANGUAGES.contains(link.language().orElse(DEFAULT_LANGUAGE)),
        "link.language",
        "must be one of Plaid's languages, such as en");
    int days = link.daysRequested().orElse(DEFAULT_DAYS);
    findings.unless(days >= 1 && days <= DEFAULT_DAYS, "link.days_requested", "must be 1 to 730");
    link.redirectUri()
        .map(String::trim)
        .filter(uri -> !uri.isEmpty())
        .flatMap(LinkRules::objection)
        .ifPresent(text -> findings.unless(false, "link.redirect_uri", text));
  }

  private static boolean isProduct(String word) {
    return word != null
        && !NOT_IN_LINK.contains(word)
        && Products.fromValue(word) != Products.ENUM_UNKNOWN;
  }

  private static boolean isCountry(String word) {
    return word != null && CountryCode.fromValue(word) != CountryCode.ENUM_UNKNOWN;
  }

  private static Optional<String> objection(String text) {
    try {
      URI uri = URI.create(text);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (!web || uri.getHost() == null) {
        return Optional.of("must be an http or https URL");
      }
      boolean plain =
          uri.getRawQuery() == null && uri.getRawFragment() == null && !text.contains("*");
      return plain ? Optional.empty() : Optional.of("must have no query, fragment or wildcard");
    } catch (IllegalArgumentException e) {
      return Optional.of("must be an http or https URL");
    }
  }
}
