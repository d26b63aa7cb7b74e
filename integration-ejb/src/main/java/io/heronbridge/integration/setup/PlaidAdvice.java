package io.heronbridge.integration.setup;

import io.heronbridge.integration.words.Words;
import io.heronbridge.persistence.integration.PlaidEnvironment;
import java.util.Locale;

/** What Plaid's refusal of a link token means, and where in Plaid's dashboard it is mended. */
final class PlaidAdvice {
  private static final String KEYS = "Plaid's dashboard, Team Settings, Keys";
  private static final String CUSTOMIZATION = "Plaid's dashboard, Link, Link Customization";

  private PlaidAdvice() {}

  /**
   * One sentence.
   *
   * @param said Plaid's own words, by which the many meanings of one code are told apart
   */
  static String on(String code, String said, PlaidEnvironment environment) {
    String word = Words.of(environment);
    return switch (code) {
      case "INVALID_API_KEYS" ->
          "Plaid refuses the client_id or the secret (INVALID_API_KEYS): compare both with "
              + KEYS
              + ", and take the secret of "
              + word
              + ".";
      case "UNAUTHORIZED_ENVIRONMENT" ->
          "These keys may not be used in "
              + word
              + " (UNAUTHORIZED_ENVIRONMENT): ask for access in "
              + KEYS
              + ", or choose the other environment here.";
      case "INVALID_PRODUCT", "PRODUCTS_NOT_SUPPORTED", "PRODUCT_UNAVAILABLE" ->
          "A product of this integration is not enabled for these keys ("
              + code
              + "): ask for it in Plaid's dashboard, Team Settings, Products, or take it out here.";
      case "UNAUTHORIZED_ROUTE_ACCESS" ->
          "These keys may not open Link (UNAUTHORIZED_ROUTE_ACCESS): ask for the product in"
              + " Plaid's dashboard, Team Settings, Products.";
      case "INVALID_LINK_CUSTOMIZATION" ->
          "Link's customization is not complete (INVALID_LINK_CUSTOMIZATION): in "
              + CUSTOMIZATION
              + ", choose a use case under Data Transparency, then publish.";
      case "ADDITION_LIMIT", "CREDITS_EXHAUSTED" ->
          "What this Plaid plan allows is used up ("
              + code
              + "): see Plaid's dashboard, Team Settings, Billing.";
      case "INVALID_FIELD" -> field(said);
      default ->
          "Plaid refuses the Link settings ("
              + code
              + "): compare products, countries and redirect URI with Plaid's dashboard.";
    };
  }

  /** The keys belong to the environment that is not chosen. */
  static String otherEnvironment(PlaidEnvironment chosen, PlaidEnvironment other) {
    return "The secret is that of "
        + Words.of(other)
        + ", but the environment here is "
        + Words.of(chosen)
        + ": choose "
        + Words.of(other)
        + " here, or enter the secret of "
        + Words.of(chosen)
        + " from "
        + KEYS
        + ".";
  }

  private static String field(String said) {
    String text = said.toLowerCase(Locale.ROOT);
    if (text.contains("redirect")) {
      return "Plaid does not know the redirect URI (INVALID_FIELD): add exactly this one in Plaid's"
          + " dashboard, Team Settings, API, Allowed redirect URIs.";
    }
    if (text.contains("country")) {
      return "Plaid does not allow a country of this integration (INVALID_FIELD): add it in "
          + CUSTOMIZATION
          + ", or take it out here.";
    }
    if (text.contains("language")) {
      return "Plaid does not offer Link in this language (INVALID_FIELD): choose the one of "
          + CUSTOMIZATION
          + ".";
    }
    if (text.contains("webhook")) {
      return "Plaid does not accept the webhook address (INVALID_FIELD): correct the bridge's public"
          + " URL, or Heron's webhook URL in direct mode; nothing is to be mended in a dashboard.";
    }
    if (text.contains("product")) {
      return "Plaid does not accept the list of products (INVALID_FIELD): compare it with Plaid's"
          + " dashboard, Team Settings, Products.";
    }
    return "Plaid does not accept a Link setting (INVALID_FIELD), and says: " + shortened(said);
  }

  private static String shortened(String said) {
    return said.length() > 200 ? said.substring(0, 200) + "…" : said;
  }
}
