package io.heronbridge.launcher.demo;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.heronbridge.sandbox.Sandbox;
import java.io.IOException;
import java.util.List;

/** Sets up what a newcomer wants to see, through the public API. */
public final class Demo {
  private static final String END_USER = "wile-e-coyote";
  private static final String END_USER_NAME = "Wile E. Coyote";
  private static final int LINK_SECONDS = 604_800;
  private static final int HERONS_LIMIT = 90;
  private static final int DAYS = 730;

  private final BridgeApi api;

  public Demo(String baseUrl, String apiKey) {
    this.api = new BridgeApi(baseUrl, apiKey);
  }

  /** Makes the integration unless there is one, and gives a hosted link for a made-up end user. */
  public String prepare(Sandbox sandbox) throws IOException, InterruptedException {
    String integration = integration(sandbox);
    events(integration, sandbox);
    JsonObject session = new JsonObject();
    session.addProperty("integration_id", integration);
    session.addProperty("end_user_id", END_USER);
    session.addProperty("end_user_name", END_USER_NAME);
    session.addProperty("expires_in", LINK_SECONDS);
    return api.post("/link-sessions", session).get("url").getAsString();
  }

  private String integration(Sandbox sandbox) throws IOException, InterruptedException {
    JsonArray existing = api.get("/integrations?limit=1").getAsJsonArray("data");
    JsonElement integration =
        existing.isEmpty() ? api.post("/integrations", describe(sandbox)) : existing.get(0);
    return integration.getAsJsonObject().get("id").getAsString();
  }

  /** The secret is told once, so what was set up by an earlier run is left as it is. */
  private void events(String integration, Sandbox sandbox)
      throws IOException, InterruptedException {
    String path = "/integrations/" + integration + "/events";
    if (!"unset".equals(api.get(path).get("status").getAsString())) {
      return;
    }
    JsonObject wish = new JsonObject();
    wish.addProperty("url", sandbox.lenderUrl());
    sandbox.lender().trust(api.put(path, wish).get("new_secret").getAsString());
  }

  static JsonObject describe(Sandbox sandbox) {
    JsonObject integration = new JsonObject();
    integration.addProperty("name", "Sandbox");
    integration.add("plaid", plaid(sandbox));
    integration.add("heron", heron(sandbox));
    integration.add("link", link());
    integration.addProperty("webhook_delivery", "relay");
    return integration;
  }

  private static JsonObject plaid(Sandbox sandbox) {
    JsonObject plaid = new JsonObject();
    plaid.addProperty("environment", "sandbox");
    plaid.addProperty("base_url", sandbox.plaidUrl());
    plaid.addProperty("client_id", Sandbox.PLAID_CLIENT_ID);
    plaid.addProperty("secret", Sandbox.PLAID_SECRET);
    return plaid;
  }

  private static JsonObject heron(Sandbox sandbox) {
    JsonObject heron = new JsonObject();
    heron.addProperty("api_key", Sandbox.HERON_API_KEY);
    heron.addProperty("link_url", sandbox.heronLinkUrl());
    heron.addProperty("webhook_url", sandbox.heronWebhookUrl());
    heron.addProperty("requests_per_minute", HERONS_LIMIT);
    heron.addProperty("webhook_secret", Sandbox.HERON_WEBHOOK_SECRET);
    return heron;
  }

  private static JsonObject link() {
    JsonObject link = new JsonObject();
    link.addProperty("client_name", "Acme Lending");
    link.add("products", texts(List.of("transactions")));
    link.add("country_codes", texts(List.of("US")));
    link.addProperty("language", "en");
    link.addProperty("days_requested", DAYS);
    return link;
  }

  private static JsonArray texts(List<String> words) {
    JsonArray array = new JsonArray();
    words.forEach(array::add);
    return array;
  }
}
