package io.heronbridge.benchmarks.product;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import io.heronbridge.benchmarks.lab.Lab;
import io.heronbridge.benchmarks.lab.Patience;
import io.heronbridge.benchmarks.node.NodeProcess.Target;
import io.heronbridge.sandbox.Sandbox;
import io.heronbridge.sandbox.heron.HeronSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Nodes of the product, a sandbox on both sides of them, and an integration that joins them. */
final class Scene implements AutoCloseable {
  private static final Gson GSON = new Gson();
  private static final Duration PATIENCE = Duration.ofMinutes(20);
  private static final Duration STEP = Duration.ofMillis(100);

  private final Sandbox sandbox;
  private final List<BridgeNode> nodes;
  private final JsonObject integration;

  private Scene(Sandbox sandbox, List<BridgeNode> nodes, JsonObject integration) {
    this.sandbox = sandbox;
    this.nodes = List.copyOf(nodes);
    this.integration = integration;
  }

  /**
   * What is not the same for all.
   *
   * @param nodes how many, over one database
   * @param requestsPerMinute that the bridge may ask of Heron; 0 means no limit
   * @param settings of every node, beside what it needs anyway
   */
  record Plan(int nodes, int requestsPerMinute, Map<String, String> settings) {}

  /** One node with its defaults, and no limit, so that its own pace is seen. */
  static Scene open(Lab lab) throws Exception {
    return open(lab, new Plan(1, 0, Map.of()));
  }

  static Scene open(Lab lab, Plan plan) throws Exception {
    Sandbox sandbox = Sandbox.start(0);
    sandbox.heron().settings().switches().set(HeronSettings.RATE_LIMIT, 0L);
    List<BridgeNode> nodes = new ArrayList<>();
    try {
      Target database = lab.emptyDatabase();
      for (int number = 1; number <= plan.nodes(); number++) {
        nodes.add(start(lab, database, number, plan.settings()));
      }
      JsonObject integration =
          nodes.get(0).api().post("/integrations", describe(sandbox, plan.requestsPerMinute()));
      return new Scene(sandbox, nodes, integration);
    } catch (Exception e) {
      nodes.forEach(BridgeNode::close);
      sandbox.close();
      throw e;
    }
  }

  /** Each under a name of its own at the database; all with the keyset of the first. */
  private static BridgeNode start(
      Lab lab, Target database, int number, Map<String, String> settings) throws Exception {
    Map<String, String> further = new HashMap<>(settings);
    if (number > 1) {
      Path keyset = BridgeNode.keyset(folder(lab, 1));
      further.put("BRIDGE_ENCRYPTION_KEYSET_FILE", keyset.toString());
    }
    Target own = lab.postgres().as(nameAtDatabase(number), database);
    return BridgeNode.start(own, folder(lab, number), further);
  }

  private static Path folder(Lab lab, int number) {
    return lab.folder().resolve("node-" + number);
  }

  /** Under which a node is known to the database; the first has number 1. */
  static String nameAtDatabase(long number) {
    return "node_" + number;
  }

  private static Map<String, Object> describe(Sandbox sandbox, int requestsPerMinute) {
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
            requestsPerMinute),
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

  /** The node with this number; the first has number 1. */
  BridgeNode node(int number) {
    return nodes.get(number - 1);
  }

  BridgeApi api() {
    return node(1).api();
  }

  String integrationId() {
    return integration.get("id").getAsString();
  }

  String webhookUrl() {
    return node(1).url() + "/webhooks/plaid/" + integrationId();
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
    String id = beginImport(items);
    if (!Patience.until(PATIENCE, STEP, () -> settled(imported(id)))) {
      throw new IOException("the import has not settled");
    }
    return imported(id);
  }

  /** Hands the items in; the answer is the import's id. */
  String beginImport(List<Map<String, Object>> items) throws IOException, InterruptedException {
    StringBuilder lines = new StringBuilder();
    items.forEach(item -> lines.append(GSON.toJson(item)).append('\n'));
    return api()
        .postLines("/items/import?integration_id=" + integrationId(), lines.toString())
        .get("import_id")
        .getAsString();
  }

  /** What has become of an import by now. */
  JsonObject imported(String id) throws IOException, InterruptedException {
    return api().get("/items/imports/" + id);
  }

  private static boolean settled(JsonObject found) {
    return found.get("status").getAsString().equals("done")
        && found.get("pending").getAsLong() == 0;
  }

  @Override
  public void close() {
    nodes.forEach(BridgeNode::close);
    sandbox.close();
  }
}
