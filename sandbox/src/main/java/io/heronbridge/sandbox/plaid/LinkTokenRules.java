package io.heronbridge.sandbox.plaid;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What Plaid accepts when a link token is asked for. */
final class LinkTokenRules {
  private static final Set<String> FIELDS =
      Set.of(
          ("client_name language country_codes user user_id user_token products"
                  + " required_if_supported_products optional_products"
                  + " additional_consented_products webhook access_token access_tokens"
                  + " link_customization_name redirect_uri android_package_name institution_data"
                  + " card_switch account_filters eu_config institution_id payment_initiation"
                  + " deposit_switch employment income_verification base_report"
                  + " credit_partner_insights cra_options consumer_report_permissible_purpose auth"
                  + " transfer update identity_verification statements investments"
                  + " investments_auth hosted_link transactions cashflow_report cra_enabled"
                  + " identity financekit_supported enable_multi_item_link")
              .split(" "));
  private static final Set<String> PRODUCTS =
      Set.of(
          ("assets auth balance_plus beacon identity identity_match investments"
                  + " investments_auth liabilities payment_initiation identity_verification"
                  + " transactions credit_details income income_verification standing_orders"
                  + " transfer employment transactions_refresh signal statements"
                  + " processor_payments processor_identity profile cra_base_report"
                  + " cra_income_insights cra_partner_insights cra_network_insights"
                  + " cra_cashflow_insights cra_monitoring cra_lend_score"
                  + " cra_plaid_credit_score layer pay_by_bank protect_linked_bank"
                  + " protect_transactions")
              .split(" "));
  private static final Set<String> LANGUAGES =
      Set.of("da nl en et fr de hi it lv lt no pl pt ro es sv vi".split(" "));
  private static final Set<String> COUNTRIES =
      Set.of("US GB ES NL FR IE CA DE IT PL DK NO SE EE LT LV PT BE AT FI".split(" "));
  private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ().-]{8,}[0-9]");
  private static final int LONGEST_HISTORY = 730;
  private final PlaidSettings settings;

  LinkTokenRules(PlaidSettings settings) {
    this.settings = settings;
  }

  void check(PlaidBody body) {
    body.allowOnly(FIELDS).require("client_name", "language", "country_codes");
    if (body.text("client_name").isEmpty()) {
      throw PlaidBody.invalid("client_name", "must not be empty");
    }
    if (!LANGUAGES.contains(body.text("language"))) {
      throw PlaidBody.invalid("language", "is not a supported language");
    }
    checkCountries(body.words("country_codes"));
    checkUser(body);
    checkAddresses(body);
    checkProductLists(body);
    if (body.has("access_token")) {
      checkUpdate(body);
    } else {
      checkCreation(body);
    }
  }

  private static void checkCountries(List<String> countries) {
    if (countries.isEmpty() || !COUNTRIES.containsAll(countries)) {
      throw PlaidBody.invalid("country_codes", "must hold one or more supported countries");
    }
  }

  private static void checkUser(PlaidBody body) {
    if (!body.has("user") && body.has("user_id")) {
      return;
    }
    body.require("user");
    String id = body.object("user").require("client_user_id").text("client_user_id");
    if (id.isEmpty()) {
      throw PlaidBody.invalid("user.client_user_id", "must not be empty");
    }
    if (MAIL.matcher(id).matches() || PHONE.matcher(id).matches()) {
      throw PlaidBody.invalid("user.client_user_id", "must not hold personal information");
    }
  }

  private void checkAddresses(PlaidBody body) {
    body.optionalText("webhook")
        .filter(url -> !url.matches("https?://[^\\s/]+.*"))
        .ifPresent(
            url -> {
              throw PlaidBody.invalid("webhook", "must be a http or https URL");
            });
    body.optionalText("redirect_uri").ifPresent(this::checkRedirect);
  }

  private void checkRedirect(String uri) {
    boolean shaped = uri.matches("https?://[^\\s?#*]+");
    if (!shaped) {
      throw PlaidBody.invalid(
          "redirect_uri", "must be a URL without query, fragment or wildcard, and not blank");
    }
    if (!settings.allowsRedirect(uri)) {
      throw PlaidBody.invalid(
          "redirect_uri", "must be on the list of allowed redirect URIs in the dashboard");
    }
  }

  private static void checkProductLists(PlaidBody body) {
    for (String list :
        List.of(
            "products",
            "required_if_supported_products",
            "optional_products",
            "additional_consented_products")) {
      for (String product : body.words(list)) {
        if (!PRODUCTS.contains(product)) {
          throw new PlaidRefusal(
              PlaidError.invalidInput(
                  "INVALID_PRODUCT", "product not valid in " + list + ": " + product));
        }
      }
    }
  }

  private static void checkUpdate(PlaidBody body) {
    if (!body.words("products").isEmpty() || body.has("transactions")) {
      throw PlaidBody.refusal(
          "INVALID_CONFIGURATION", "link token can only be configured for one Link flow");
    }
  }

  private static void checkCreation(PlaidBody body) {
    body.require("products");
    if (body.words("products").isEmpty()) {
      throw PlaidBody.invalid("products", "must hold one or more products");
    }
    body.object("transactions")
        .allowOnly(Set.of("days_requested"))
        .wholeNumber("days_requested")
        .filter(days -> days < 1 || days > LONGEST_HISTORY)
        .ifPresent(
            days -> {
              throw PlaidBody.invalid("transactions.days_requested", "must be from 1 to 730");
            });
  }
}
