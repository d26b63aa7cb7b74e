package io.heronbridge.it.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.Sandbox;
import io.heronbridge.sandbox.heron.ReceivedRelay;
import io.heronbridge.sandbox.plaid.Institution;
import io.heronbridge.sandbox.plaid.LinkedItem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A lender's backend at work: one server, one sandbox, and an integration between them. */
public final class Scenario {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final BridgeServer server;
  private final SandboxServer sandbox;
  private final String integration;

  private Scenario(BridgeServer server, SandboxServer sandbox, String integration) {
    this.server = server;
    this.sandbox = sandbox;
    this.integration = integration;
  }

  /** On the run's Payara Micro, with a sandbox as new and an integration of its own. */
  public static Scenario onSharedServer() {
    SandboxServer sandbox = TestRun.current().sandbox();
    sandbox.reset();
    BridgeServer server = TestRun.current().payaraMicro();
    // What earlier tests connected is unknown to the emptied sandbox: nobody reads it any more.
    server.database().change("UPDATE integration_link SET read_due_at = NULL");
    // All scenarios have one Heron key: what an earlier one used up is not this one's wait.
    server.database().change("DELETE FROM heron_budget");
    return on(server, sandbox);
  }

  /** On a server of the test's own, for tests that kill it. */
  public static Scenario on(BridgeServer server, SandboxServer sandbox) {
    Answer created =
        server.api().post("/api/v1/integrations", Examples.integrationWith(sandbox.sandbox()));
    assertThat(created.status()).as(created.body()).isEqualTo(201);
    return new Scenario(server, sandbox, created.text("id"));
  }

  /** Beside it an integration whose webhooks Plaid sends to Heron itself. */
  public Scenario alsoDirect() {
    JsonObject direct = Examples.integrationWith(sandbox.sandbox());
    direct.addProperty("webhook_delivery", "direct");
    Answer created = server.api().post("/api/v1/integrations", direct);
    assertThat(created.status()).as(created.body()).isEqualTo(201);
    return new Scenario(server, sandbox, created.text("id"));
  }

  /** A link token to repair an item with. */
  public String updateToken(String endUser, String itemId) {
    Answer token =
        server
            .api()
            .post(
                "/api/v1/link-tokens",
                Map.of("integration_id", integration, "end_user_id", endUser, "item_id", itemId));
    assertThat(token.status()).as(token.body()).isEqualTo(201);
    return token.text("link_token");
  }

  /** An end user goes through Link and chooses all accounts of a bank. */
  public LinkedItem chooseBank(String endUser, Institution bank) {
    Answer token =
        server
            .api()
            .post(
                "/api/v1/link-tokens",
                Map.of("integration_id", integration, "end_user_id", endUser));
    assertThat(token.status()).as(token.body()).isEqualTo(201);
    LinkedItem linked = sandbox().link().link(token.text("link_token"), bank.id());
    Secrets.remember(linked.publicToken());
    Secrets.remember(linked.item().accessToken());
    return linked;
  }

  /** The lender's backend hands in what Link returned. */
  public Answer exchange(String endUser, LinkedItem linked) {
    return server.api().post("/api/v1/items/exchange", exchangeOf(endUser, linked));
  }

  /** What the lender's backend says to hand it in. */
  public JsonObject exchangeOf(String endUser, LinkedItem linked) {
    JsonObject request = new JsonObject();
    request.addProperty("integration_id", integration);
    request.addProperty("end_user_id", endUser);
    request.addProperty("public_token", linked.publicToken());
    request.add("metadata", linked.metadata());
    return request;
  }

  /** The item, once Heron has its link. */
  public JsonObject awaitLinked(String itemId) {
    return awaitLink(itemId, "linked");
  }

  /** The item, once its link has the status. */
  public JsonObject awaitLink(String itemId, String status) {
    JsonObject[] found = new JsonObject[1];
    Eventually.within(
        PATIENCE,
        () -> {
          JsonObject item = server.api().get("/api/v1/items/" + itemId).json();
          JsonObject link = item.getAsJsonObject("integration_link");
          assertThat(link.get("status").getAsString()).as(link.toString()).isEqualTo(status);
          found[0] = item;
        });
    return found[0];
  }

  /** The webhooks about the item that Heron has got, once there is one and all are well signed. */
  public List<ReceivedRelay> awaitRelayed(String itemId) {
    List<ReceivedRelay> relays = new ArrayList<>();
    Eventually.within(
        PATIENCE,
        () -> {
          relays.clear();
          sandbox().heron().relays().all().stream()
              .filter(relay -> relay.itemId().orElse("").equals(itemId))
              .forEach(relays::add);
          assertThat(relays).isNotEmpty().allMatch(relay -> relay.verdict().isValid());
        });
    return relays;
  }

  public BridgeServer server() {
    return server;
  }

  public Sandbox sandbox() {
    return sandbox.sandbox();
  }

  public String integration() {
    return integration;
  }
}
