package io.heronbridge.it.support;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.heronbridge.sandbox.Sandbox;
import io.heronbridge.sandbox.plaid.Institution;
import java.util.UUID;

/** Named examples, as the REST API takes them. */
public final class Examples {
  /** Works at the first try. */
  public static final Institution FIRST_PLATYPUS = Institution.FIRST_PLATYPUS;

  private Examples() {}

  /** An end user nobody has heard of. */
  public static String anEndUser() {
    return "customer-" + UUID.randomUUID();
  }

  /** An integration between the two sides of the sandbox. */
  public static JsonObject integrationWith(Sandbox sandbox) {
    JsonObject plaid = new JsonObject();
    plaid.addProperty("environment", "sandbox");
    plaid.addProperty("base_url", sandbox.plaidUrl());
    plaid.addProperty("client_id", Sandbox.PLAID_CLIENT_ID);
    plaid.addProperty("secret", Sandbox.PLAID_SECRET);
    JsonObject heron = new JsonObject();
    heron.addProperty("api_key", Sandbox.HERON_API_KEY);
    heron.addProperty("link_url", sandbox.heronLinkUrl());
    heron.addProperty("webhook_url", sandbox.heronWebhookUrl());
    heron.addProperty("requests_per_minute", 0);
    JsonObject link = new JsonObject();
    link.addProperty("client_name", "Acme");
    link.add("products", listOf("transactions"));
    link.add("country_codes", listOf("US"));
    link.addProperty("language", "en");
    JsonObject integration = new JsonObject();
    integration.addProperty("name", "Acme sandbox");
    integration.add("plaid", plaid);
    integration.add("heron", heron);
    integration.add("link", link);
    integration.addProperty("webhook_delivery", "relay");
    return integration;
  }

  private static JsonArray listOf(String word) {
    JsonArray list = new JsonArray();
    list.add(word);
    return list;
  }
}
