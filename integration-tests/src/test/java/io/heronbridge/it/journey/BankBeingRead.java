package io.heronbridge.it.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.sandbox.fault.FaultMatch;
import io.heronbridge.sandbox.heron.LinkStatus;
import io.heronbridge.sandbox.heron.SandboxIntegrationLink;
import io.heronbridge.sandbox.plaid.LinkedItem;
import java.time.Duration;

/** A bank that is linked and active at Heron, and what readings tell of it. */
final class BankBeingRead {
  static final Duration PATIENCE = Duration.ofSeconds(20);

  final Scenario scenario = Scenario.onSharedServer();
  final String endUser = Examples.anEndUser();
  final LinkedItem linked;
  final String itemId;
  final String link;

  BankBeingRead() {
    linked = scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS);
    itemId = scenario.exchange(endUser, linked).text("item_id");
    link = linkOf(scenario.awaitLinked(itemId)).get("id").getAsString();
    // Heron pulls the data at each of the first two webhooks, and is active again after that.
    Eventually.within(
        Duration.ofSeconds(20), () -> assertThat(scenario.awaitRelayed(itemId)).hasSize(2));
    awaitAtHeron(LinkStatus.ACTIVE);
  }

  /** Heron is asked for this end user's links; others' are read at the same time. */
  FaultMatch lists() {
    return FaultMatch.of("heron", ".*/(integration_)?links")
        .method("GET")
        .when(request -> (request.path() + request.query()).contains(endUser));
  }

  /** Plaid is asked about this item. */
  FaultMatch itemGet() {
    return FaultMatch.of("plaid", "/plaid/item/get").bodyContains(linked.item().accessToken());
  }

  void readNoMore() {
    database("UPDATE integration_link SET read_due_at = NULL WHERE id = ?::uuid", link);
  }

  void database(String sql, Object... values) {
    scenario.server().database().change(sql, values);
  }

  long number(String sql, Object... values) {
    return scenario.server().database().number(sql, values);
  }

  SandboxIntegrationLink atHeron() {
    return scenario.sandbox().heron().links().find(itemId).orElseThrow();
  }

  void awaitAtHeron(LinkStatus status) {
    Eventually.within(PATIENCE, () -> assertThat(atHeron().status()).isEqualTo(status));
  }

  void setAtHeron(LinkStatus status, String message) {
    scenario.sandbox().heron().setStatus(atHeron(), status, message);
  }

  JsonObject item() {
    return scenario.server().api().get("/api/v1/items/" + itemId).json();
  }

  JsonObject link() {
    return linkOf(item());
  }

  static JsonObject linkOf(JsonObject item) {
    return item.getAsJsonObject("integration_link");
  }

  /** One member in text; empty when it is null. */
  static String text(JsonObject json, String name) {
    return json.get(name).isJsonNull() ? "" : json.get(name).getAsString();
  }

  Answer post(String verb) {
    return scenario.server().api().post("/api/v1/integration-links/" + link + "/" + verb);
  }

  /** Asks for a reading and waits until it is recorded. */
  void read() {
    Answer answer = post("read");
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    Eventually.within(
        PATIENCE,
        () ->
            assertThat(number("SELECT reads FROM integration_link WHERE id = ?::uuid", link))
                .isPositive());
  }

  JsonArray drift() {
    return scenario
        .server()
        .api()
        .get("/api/v1/drift?integration_id=" + scenario.integration())
        .json()
        .getAsJsonArray("data");
  }

  /** The only drift there is, once it is of that kind. */
  JsonObject awaitDrift(String kind) {
    Eventually.within(
        PATIENCE,
        () -> {
          assertThat(drift()).as(drift().toString()).hasSize(1);
          assertThat(text(drift().get(0).getAsJsonObject(), "kind")).isEqualTo(kind);
        });
    return drift().get(0).getAsJsonObject();
  }

  void awaitAgreement() {
    Eventually.within(
        PATIENCE,
        () -> {
          assertThat(drift()).isEmpty();
          assertThat(text(link(), "status")).isEqualTo("linked");
        });
  }

  void assertRepaired(String kind) {
    Answer repaired = post("repair");
    assertThat(repaired.status()).as(repaired.body()).isEqualTo(202);
    assertThat(repaired.text("kind")).isEqualTo(kind);
    assertThat(
            number(
                "SELECT count(*) FROM audit_entry WHERE action = 'link.repair' AND subject = ?"
                    + " AND detail = ?",
                "link:" + link,
                kind))
        .isEqualTo(1);
  }
}
