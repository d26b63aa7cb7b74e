package io.heronbridge.sandbox.support;

import java.io.IOException;

/** Ready bodies and short cuts that several tests need. */
public final class Examples {
  private Examples() {}

  public static String linkToken(String more) {
    return """
        {"client_name": "Acme", "language": "en", "country_codes": ["US"],
         "user": {"client_user_id": "opaque-1"}, "products": ["transactions"],
         "transactions": {"days_requested": 730} %s}"""
        .formatted(more);
  }

  public static String linkTokenWith(String webhook) {
    return linkToken(", \"webhook\": \"" + webhook + "\"");
  }

  public static String link(String itemId, String accessToken, String endUserId) {
    return """
        {"item_id": "%s", "access_token": "%s", "end_user_id": "%s"}"""
        .formatted(itemId, accessToken, endUserId);
  }

  /** A new item without Link: the answer of the exchange. */
  public static Reply item(Caller caller, String institution, String webhook) throws IOException {
    String options = webhook.isEmpty() ? "{}" : "{\"webhook\": \"" + webhook + "\"}";
    String publicToken =
        caller
            .plaid(
                "/sandbox/public_token/create",
                """
                {"institution_id": "%s", "initial_products": ["transactions"], "options": %s}"""
                    .formatted(institution, options))
            .text("public_token");
    return caller.plaid(
        "/item/public_token/exchange", "{\"public_token\": \"" + publicToken + "\"}");
  }
}
