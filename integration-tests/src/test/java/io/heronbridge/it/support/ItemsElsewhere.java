package io.heronbridge.it.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import io.heronbridge.sandbox.Sandbox;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Items that a lender connected at Plaid before there was a bridge, and importing them. */
public final class ItemsElsewhere {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Scenario scenario;
  private final ApiClient plaid;

  /** One item and its key. */
  public record Elsewhere(String endUserId, String itemId, String accessToken) {
    /** As a line of NDJSON. */
    public String json() {
      return new Gson()
          .toJson(Map.of("end_user_id", endUserId, "item_id", itemId, "access_token", accessToken));
    }
  }

  public ItemsElsewhere(Scenario scenario) {
    this.scenario = scenario;
    this.plaid =
        new ApiClient(URI.create(scenario.sandbox().plaidUrl() + "/"))
            .with("PLAID-CLIENT-ID", Sandbox.PLAID_CLIENT_ID)
            .with("PLAID-SECRET", Sandbox.PLAID_SECRET);
  }

  /** Connects so many banks at Plaid, each of an end user of its own. */
  public List<Elsewhere> connect(int count) {
    return IntStream.range(0, count).mapToObj(i -> connect()).toList();
  }

  private Elsewhere connect() {
    String publicToken =
        plaid
            .post(
                "sandbox/public_token/create",
                Map.of(
                    "institution_id",
                    Examples.FIRST_PLATYPUS.id(),
                    "initial_products",
                    List.of("transactions")))
            .text("public_token");
    Answer item = plaid.post("item/public_token/exchange", Map.of("public_token", publicToken));
    return new Elsewhere(
        Examples.anEndUser(), item.text("item_id"), Secrets.remember(item.text("access_token")));
  }

  /** NDJSON of the items. */
  public static String json(List<Elsewhere> items) {
    return items.stream().map(Elsewhere::json).collect(Collectors.joining("\n"));
  }

  /** Lines of items that Plaid does not know. */
  public static String invented(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> new Elsewhere("invented_" + i, "invented-item-" + i, "access-sandbox-" + i).json())
        .collect(Collectors.joining("\n"));
  }

  /** Uploads a file. */
  public Answer upload(String contentType, String text, String query) {
    return upload(contentType, text.getBytes(UTF_8), query);
  }

  public Answer upload(String contentType, byte[] bytes, String query) {
    return scenario
        .server()
        .api()
        .with("Content-Type", contentType)
        .postBytes("/api/v1/items/import?integration_id=" + scenario.integration() + query, bytes);
  }

  /** Uploads a file and waits until it is worked off and nothing of it is pending. */
  public JsonObject settled(String contentType, String text) {
    return settled(upload(contentType, text, ""));
  }

  /** Waits until an import is worked off and nothing of it is pending. */
  public JsonObject settled(Answer accepted) {
    assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
    return await(
        accepted.text("import_id"),
        found -> {
          assertThat(found.get("status").getAsString()).as(found.toString()).isEqualTo("done");
          assertThat(found.get("pending").getAsLong()).as(found.toString()).isZero();
        });
  }

  /** The import, once it is as expected. */
  public JsonObject await(String id, Consumer<JsonObject> expectation) {
    JsonObject[] found = new JsonObject[1];
    Eventually.within(
        PATIENCE,
        () -> {
          found[0] = scenario.server().api().get("/api/v1/items/imports/" + id).json();
          expectation.accept(found[0]);
        });
    return found[0];
  }

  /** Chunks of uploads that the database still holds. */
  public long chunks() {
    return scenario.server().database().number("SELECT count(*) FROM item_import_chunk");
  }
}
