package io.heronbridge.benchmarks.product;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import io.heronbridge.benchmarks.lab.Lab;
import io.heronbridge.benchmarks.lab.Patience;
import io.heronbridge.sandbox.Sandbox;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A node of the product, a sandbox on both sides of it, and an integration that joins them. */
final class Scene implements AutoCloseable {
  private static final Gson GSON = new Gson();
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration STEP = Duration.ofMillis(100);

  private final Sandbox sandbox;
  private final BridgeNode node;
  private final JsonObject integration;

  private Scene(Sandbox sandbox, BridgeNode node, JsonObject integration) {
    this.sandbox = sandbox;
    this.node = node;
    this.integration = integration;
  }

  static Scene open(Lab lab) throws Exception {
    Sandbox sandbox = Sandbox.start(0);
    sandbox.heron().settings().switches().set("rate_limit_per_minute", 0L);
    BridgeNode node;
    try {
      node = BridgeNode.start(lab.emptyDatabase(), lab.folder());
    } catch (Exception e) {
      sandbox.close();
      throw e;
    }
    return new Scene(sandbox, node, node.api().post("/integrations", describe(sandbox)));
  }

  /** No limit on Heron's side, so that the product's own pace is seen. */
  private static Map<String, Object> describe(Sandbox sandbox) {
    return Map.of(
        "name",
        "Bench",
        "plaid",
        Map.of(
            "environment",
            "sandbox",
            "base_url",
            sandbox.plaidUrl(),
            "client_id",
            Sandbox.PLAID_CLIENT_ID,
            "secret",
            Sandbox.PLAID_SECRET),
        "heron",
        Map.of(
            "api_key",
            Sandbox.HERON_API_KEY,
            "link_url",
            sandbox.heronLinkUrl(),
            "webhook_url",
            sandbox.heronWebhookUrl(),
            "requests_per_minute",
            0),
        "link",
        Map.of(
            "client_name",
            "Bench",
            "products",
            List.of("transactions"),
            "country_codes",
            List.of("US"),
            "language",
            "en"),
        "webhook_delivery",
        "relay");
  }

  Sandbox sandbox() {
    return sandbox;
  }

  String webhookUrl() {
    return node.url() + "/webhooks/plaid/" + integration.get("id").getAsString();
  }

  /** Items as another system would have connected them: item id and access token. */
  List<Map<String, Object>> connectElsewhere(int count) throws IOException, InterruptedException {
    BridgeApi plaid = new BridgeApi(sandbox.plaidUrl(), "none");
    Map<String, Object> keys =
        Map.of("client_id", Sandbox.PLAID_CLIENT_ID, "secret", Sandbox.PLAID_SECRET);
    List<Map<String, Object>> items = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      Map<String, Object> bank = new HashMap<>(keys);
      bank.put("institution_id", "ins_109508");
      bank.put("initial_products", List.of("transactions"));
      Map<String, Object> exchange = new HashMap<>(keys);
      exchange.put(
          "public_token",
          plaid.post("/sandbox/public_token/create", bank).get("public_token").getAsString());
      JsonObject item = plaid.post("/item/public_token/exchange", exchange);
      items.add(
          Map.of(
              "end_user_id", "customer-" + i,
              "item_id", item.get("item_id").getAsString(),
              "access_token", item.get("access_token").getAsString()));
    }
    return items;
  }

  /** Hands the items in and waits until none is pending; the answer is what became of them. */
  JsonObject importItems(List<Map<String, Object>> items) throws Exception {
    StringBuilder lines = new StringBuilder();
    items.forEach(item -> lines.append(GSON.toJson(item)).append('\n'));
    String id =
        node.api()
            .postLines(
                "/items/import?integration_id=" + integration.get("id").getAsString(),
                lines.toString())
            .get("import_id")
            .getAsString();
    if (!Patience.until(PATIENCE, STEP, () -> settled(node.api().get("/items/imports/" + id)))) {
      throw new IOException("the import has not settled");
    }
    return node.api().get("/items/imports/" + id);
  }

  private static boolean settled(JsonObject found) {
    return found.get("status").getAsString().equals("done")
        && found.get("pending").getAsLong() == 0;
  }

  @Override
  public void close() {
    node.close();
    sandbox.close();
  }
}
