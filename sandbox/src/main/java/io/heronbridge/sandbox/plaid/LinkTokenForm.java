package io.heronbridge.sandbox.plaid;

import java.util.Set;

/** Every field that {@code /link/token/create} knows. */
final class LinkTokenForm {
  private static final BodyForm USER =
      new BodyForm()
          .text(
              "client_user_id",
              "legal_name",
              "phone_number",
              "phone_number_verified_time",
              "email_address",
              "email_address_verified_time",
              "ssn",
              "date_of_birth")
          .objects("name", "address", "id_number");
  private static final BodyForm UPDATE =
      new BodyForm()
          .flag("account_selection_enabled", "reauthorization_enabled", "user")
          .texts("item_ids");
  private static final BodyForm HOSTED_LINK =
      new BodyForm()
          .oneOf(Set.of("sms", "email"), "delivery_method")
          .text("completion_redirect_uri")
          .number("url_lifetime_seconds")
          .flag("is_mobile_app");
  private static final BodyForm FILTER = new BodyForm().texts("account_subtypes");
  private static final BodyForm FILTERS =
      new BodyForm()
          .object("depository", FILTER)
          .object("credit", FILTER)
          .object("loan", FILTER)
          .object("investment", FILTER)
          .object("other", FILTER);

  static final BodyForm FORM =
      BodyForm.withKeys()
          .requiredText("client_name", "language")
          .requiredTexts("country_codes")
          .object("user", USER)
          .texts(
              "products",
              "required_if_supported_products",
              "optional_products",
              "additional_consented_products",
              "access_tokens")
          .text(
              "user_id",
              "user_token",
              "third_party_user_token",
              "webhook",
              "access_token",
              "link_customization_name",
              "appearance_mode",
              "redirect_uri",
              "android_package_name",
              "institution_id",
              "consumer_report_permissible_purpose")
          .flag("cra_enabled", "financekit_supported", "enable_multi_item_link")
          .object("update", UPDATE)
          .object("hosted_link", HOSTED_LINK)
          .object("transactions", new BodyForm().number("days_requested"))
          .object("institution_data", new BodyForm().text("routing_number"))
          .object("account_filters", FILTERS)
          .object("eu_config", new BodyForm().flag("headless"))
          .objects(
              "card_switch",
              "payment_configuration",
              "payment_initiation",
              "employment",
              "income_verification",
              "base_report",
              "credit_partner_insights",
              "cra_options",
              "auth",
              "transfer",
              "identity_verification",
              "statements",
              "investments",
              "investments_auth",
              "cashflow_report",
              "identity");

  private LinkTokenForm() {}
}
