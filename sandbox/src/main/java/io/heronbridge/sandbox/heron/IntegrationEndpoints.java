package io.heronbridge.sandbox.heron;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Answer;
import io.heronbridge.sandbox.http.Json;
import io.heronbridge.sandbox.http.Request;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The integrations of the account; one exists from the start. */
final class IntegrationEndpoints {
  private static final Set<String> RESOURCES =
      Set.of(
          "transaction",
          "assets_report",
          "end_user_application",
          "invoice_factoring_processing",
          "end_user_files",
          "funder_decision");
  private static final List<String> REQUIRED = List.of("name", "type", "resource");
  private static final List<String> OPTIONAL =
      List.of("base_url", "client_id", "client_secret", "webhook_url");
  private static final Set<String> FIELDS =
      Set.of(
          "name",
          "type",
          "resource",
          "base_url",
          "client_id",
          "client_secret",
          "client_auth",
          "webhook_url");
  private final Map<String, JsonObject> integrations = new ConcurrentHashMap<>();
  private final HeronSettings settings;
  private final String plaidUrl;

  IntegrationEndpoints(HeronSettings settings, String plaidUrl) {
    this.settings = settings;
    this.plaidUrl = plaidUrl;
    reset();
  }

  /** Back to the one integration that the sandbox comes with. */
  void reset() {
    integrations.clear();
    integrations.put(
        HeronCredentials.INTEGRATION,
        Json.object(
            "base_url",
            plaidUrl,
            "client_id",
            null,
            "client_secret",
            null,
            "heron_id",
            HeronCredentials.INTEGRATION,
            "name",
            "Sandbox",
            "resource",
            "transaction",
            "type",
            "plaid",
            "webhook_url",
            null));
  }

  JsonElement remember() {
    return Json.element(integrations);
  }

  void recall(JsonObject known) {
    known.asMap().forEach((id, integration) -> integrations.put(id, integration.getAsJsonObject()));
  }

  void require(String id) {
    if (!integrations.containsKey(id)) {
      throw HeronRefusal.of(404, "Integration not found");
    }
  }

  /** Whether links of this integration bring asset reports rather than transactions. */
  boolean bringsAssetReports(String id) {
    return integrations.get(id).get("resource").getAsString().equals("assets_report");
  }

  /** The integration as the home of its links. */
  SandboxIntegrationLink.Home home(String id) {
    require(id);
    return new SandboxIntegrationLink.Home(
        id, bringsAssetReports(id) ? "plaid_assets_report" : "plaid_integration");
  }

  Answer list(Request request) {
    return Answer.json(200, Json.object("integrations", integrations.values()));
  }

  Answer create(Request request) {
    HeronBody body = HeronBody.of(request).inside("integration");
    String id = HeronIds.fresh("itg");
    JsonObject created = Json.object("heron_id", id);
    return Answer.json(201, Json.object("integration", keep(id, created, body)));
  }

  Answer update(Request request) {
    String id = request.variable("id");
    require(id);
    HeronBody body = HeronBody.of(request).inside("integration");
    JsonObject present = integrations.get(id).deepCopy();
    return Answer.json(200, Json.object("integration", keep(id, present, body)));
  }

  private JsonObject keep(String id, JsonObject integration, HeronBody body) {
    if (settings.on(HeronSettings.STRICT_FIELDS)) {
      body.allowOnly(FIELDS);
    }
    body.requireTexts(REQUIRED);
    for (String required : REQUIRED) {
      integration.addProperty(required, body.text(required));
    }
    if (!RESOURCES.contains(body.text("resource"))) {
      throw HeronRefusal.field("resource", "Must be one of: " + String.join(", ", RESOURCES));
    }
    for (String optional : OPTIONAL) {
      boolean isUrl = optional.endsWith("_url");
      if (isUrl && !body.textOr(optional, "http://none").matches("https?://[^\\s/]+\\S*")) {
        throw HeronRefusal.field(optional, "Not a valid URL.");
      }
      if (body.fields().has(optional) || !integration.has(optional)) {
        integration.add(optional, body.fields().get(optional));
      }
    }
    integrations.put(id, integration);
    return integration;
  }
}
