package io.heronbridge.sandbox.plaid;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What Plaid accepts when a link token is asked for. */
final class LinkTokenRules {
  private static final List<String> PRODUCT_LISTS =
      List.of(
          "products",
          "required_if_supported_products",
          "optional_products",
          "additional_consented_products");
  private static final Set<String> LANGUAGES =
      Set.of("da nl en et fr de hi it lv lt no pl pt ro es sv vi".split(" "));
  private static final Set<String> COUNTRIES =
      Set.of("US GB ES NL FR IE CA DE IT PL DK NO SE EE LT LV PT BE AT FI".split(" "));
  private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ().-]{8,}[0-9]");
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final int LONGEST_HISTORY = 730;
  private static final int LONGEST_HOSTED_SECONDS = 21 * 24 * 60 * 60;
  private final PlaidSettings settings;

  LinkTokenRules(PlaidSettings settings) {
    this.settings = settings;
  }

  void check(PlaidBody body) {
    body.conformTo(LinkTokenForm.FORM);
    if (!LANGUAGES.contains(body.text("language"))) {
      throw PlaidBody.invalid("language", "is not a supported language");
    }
    checkCountries(body.words("country_codes"));
    checkUser(body);
    checkAddresses(body);
    checkProductLists(body);
    checkHostedLink(body);
    if (body.has("access_token")) {
      checkUpdate(body);
    } else {
      checkCreation(body);
    }
  }

  static void checkCountries(List<String> countries) {
    if (countries.isEmpty() || !COUNTRIES.containsAll(countries)) {
      throw PlaidBody.invalid("country_codes", "must hold one or more supported countries");
    }
  }

  private static void checkUser(PlaidBody body) {
    refuseUsersOfPlaid(body);
    body.require("user");
    PlaidBody user = body.object("user");
    if (!user.has("client_user_id")) {
      throw PlaidBody.missing(List.of("user.client_user_id"));
    }
    String id = user.text("client_user_id");
    if (id.isEmpty()) {
      throw PlaidBody.invalid("user.client_user_id", "must be a non-empty string");
    }
    if (MAIL.matcher(id).matches() || PHONE.matcher(id).matches()) {
      throw PlaidBody.invalid("user.client_user_id", "must not hold personal information");
    }
    checkIdentity(user, "phone_number", E164);
    checkIdentity(user, "email_address", MAIL);
  }

  /** Nobody can have made a user here: the sandbox has no {@code /user/create}. */
  private static void refuseUsersOfPlaid(PlaidBody body) {
    if (body.has("user_id")) {
      throw new PlaidRefusal(
          PlaidError.invalidInput("INVALID_USER_ID", "could not find matching user"));
    }
    if (body.has("user_token")) {
      throw new PlaidRefusal(
          PlaidError.invalidInput("INVALID_USER_TOKEN", "could not find matching user token"));
    }
  }

  private static void checkIdentity(PlaidBody user, String field, Pattern form) {
    boolean wrong =
        user.optionalText(field).filter(text -> !form.matcher(text).matches()).isPresent();
    if (wrong) {
      throw new PlaidRefusal(
          new PlaidError(
              403,
              "USER_ERROR",
              "INVALID_USER_IDENTITY_DATA",
              "user." + field + " is not well formed",
              Optional.empty()));
    }
  }

  private void checkAddresses(PlaidBody body) {
    checkWebhook(body.optionalText("webhook"));
    body.optionalText("redirect_uri").ifPresent(this::checkRedirect);
  }

  static void checkWebhook(Optional<String> url) {
    if (url.filter(text -> !text.matches("https?://[^\\s/]+.*")).isPresent()) {
      throw PlaidBody.invalid("webhook", "must be a http or https URL");
    }
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
    Set<String> seen = new HashSet<>();
    for (String list : PRODUCT_LISTS) {
      List<String> products = body.words(list);
      Products.check(list, products);
      for (String product : new HashSet<>(products)) {
        if (!seen.add(product)) {
          throw PlaidBody.invalid(list, "repeats a product of another list: " + product);
        }
      }
    }
  }

  static void checkHistory(PlaidBody transactions) {
    checkRange(transactions, "days_requested", LONGEST_HISTORY);
  }

  private static void checkHostedLink(PlaidBody body) {
    checkRange(body.object("hosted_link"), "url_lifetime_seconds", LONGEST_HOSTED_SECONDS);
  }

  private static void checkRange(PlaidBody body, String field, int most) {
    body.wholeNumber(field)
        .filter(number -> number < 1 || number > most)
        .ifPresent(
            number -> {
              throw PlaidBody.invalid(field, "must be from 1 to " + most);
            });
  }

  private static void checkUpdate(PlaidBody body) {
    if (!body.words("products").isEmpty() || body.has("transactions")) {
      throw PlaidBody.refusal(
          "INVALID_CONFIGURATION", "link token can only be configured for one Link flow");
    }
    boolean choosesAccounts = body.object("update").flag("account_selection_enabled");
    if (body.has("account_filters") && !choosesAccounts) {
      throw PlaidBody.invalid(
          "account_filters", "needs update.account_selection_enabled in update mode");
    }
  }

  private static void checkCreation(PlaidBody body) {
    body.require("products");
    if (body.words("products").isEmpty()) {
      throw PlaidBody.invalid("products", "must hold one or more products");
    }
    checkHistory(body.object("transactions"));
  }
}
