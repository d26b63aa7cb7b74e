package io.heronbridge.it.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.ApiClient;
import io.heronbridge.it.support.ConnectVisit;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.it.support.Visitors;
import io.heronbridge.sandbox.plaid.LinkedItem;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of hosted links. */
class LinkSessionsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Scenario scenario;
  private String endUser;

  @BeforeEach
  void openScenario() {
    scenario = Scenario.onSharedServer();
    endUser = Examples.anEndUser();
  }

  private static String path(String session) {
    return "/api/v1/link-sessions/" + session;
  }

  private Answer session(String id) {
    return scenario.server().api().get(path(id));
  }

  private Answer revoke(String id) {
    return scenario.server().api().post(path(id) + "/revoke");
  }

  private void endedSince(String id, String interval) {
    scenario
        .server()
        .database()
        .change(
            "UPDATE link_session SET expires_at = now() - ?::interval WHERE id = ?::uuid",
            interval,
            id);
  }

  private String connectedThrough(ConnectVisit visit) {
    LinkedItem linked = scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS);
    JsonObject body = new JsonObject();
    body.addProperty("public_token", linked.publicToken());
    body.add("metadata", linked.metadata());
    Answer answer = visit.post("/connect/public-tokens", body);
    assertThat(answer.text("outcome")).as(answer.body()).isEqualTo("connected");
    return linked.item().itemId();
  }

  @Test
  void stateIsToldFromFreshToUsedUpAndNeverTheUrl() {
    Answer made = ConnectVisit.link(scenario, endUser);
    String id = made.text("id");
    assertThat(session(id).text("state")).isEqualTo("fresh");
    assertThat(session(id).json().get("opened_at").isJsonNull()).isTrue();

    scenario.server().anyone().get(URI.create(made.text("url")).getPath());
    Answer open = session(id);
    endedSince(id, "1 minute");

    assertThat(open.text("state")).isEqualTo("open");
    assertThat(open.text("end_user_id")).isEqualTo(endUser);
    assertThat(open.text("opened_at")).isNotBlank();
    assertThat(open.json().has("url")).isFalse();
    assertThat(open.body()).doesNotContain(made.text("url").replaceFirst(".*/", ""));
    assertThat(session(id).text("state")).isEqualTo("used_up");
  }

  @Test
  void linkThatNobodyOpenedExpires() {
    String id = ConnectVisit.link(scenario, endUser).text("id");
    endedSince(id, "1 minute");

    assertThat(session(id).text("state")).isEqualTo("expired");
    assertThat(revoke(id).text("state")).isEqualTo("expired");
  }

  @Test
  void revokingTwiceIsTheSameAsOnce() {
    String id = ConnectVisit.link(scenario, endUser).text("id");

    Answer first = revoke(id);
    Answer second = revoke(id);

    assertThat(first.status()).isEqualTo(200);
    assertThat(first.text("state")).isEqualTo("revoked");
    assertThat(second.text("revoked_at")).isEqualTo(first.text("revoked_at"));
    assertThat(
            scenario
                .server()
                .database()
                .number(
                    "SELECT count(*) FROM audit_entry"
                        + " WHERE action = 'link_session.revoke' AND detail = ?",
                    "session " + id))
        .isEqualTo(1);
  }

  @Test
  void revokedPageTakesNothingMore() {
    ConnectVisit visit = ConnectVisit.open(scenario, endUser);
    LinkedItem linked = scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS);
    revoke(visit.sessionId());

    JsonObject body = new JsonObject();
    body.addProperty("public_token", linked.publicToken());
    Answer answer = visit.post("/connect/public-tokens", body);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text("outcome")).isEqualTo("closed");
    assertThat(visit.get("/connect/session").body()).contains("This link has been withdrawn");
    assertThat(scenario.sandbox().requests().matching("plaid", "/plaid/item/public_token/exchange"))
        .isEmpty();
  }

  @Test
  void unknownSessionsAreNotFoundAndReadersMayNotRevoke() {
    String id = ConnectVisit.link(scenario, endUser).text("id");
    ApiClient reader =
        scenario
            .server()
            .anyone()
            .withKey(new Visitors(scenario.server().database()).readOnlyKey());

    assertThat(session("nonsense").status()).isEqualTo(404);
    assertThat(session("00000000-0000-0000-0000-000000000000").status()).isEqualTo(404);
    assertThat(reader.get(path(id)).status()).isEqualTo(200);
    assertThat(reader.post(path(id) + "/revoke").status()).isEqualTo(403);
    assertThat(session(id).text("state")).isEqualTo("fresh");
  }

  @Test
  void onlySessionsThatLedToSomethingAreKept() {
    ConnectVisit served = ConnectVisit.open(scenario, endUser);
    ConnectVisit abandoned = ConnectVisit.open(scenario, endUser);
    ConnectVisit recent = ConnectVisit.open(scenario, endUser);
    String itemId = connectedThrough(served);
    endedSince(served.sessionId(), "2 days");
    endedSince(abandoned.sessionId(), "2 days");
    endedSince(recent.sessionId(), "2 hours");

    Eventually.within(
        PATIENCE, () -> assertThat(session(abandoned.sessionId()).status()).isEqualTo(404));

    assertThat(session(recent.sessionId()).text("state")).isEqualTo("used_up");
    assertThat(session(served.sessionId()).json().getAsJsonArray("item_ids").toString())
        .isEqualTo("[\"" + itemId + "\"]");
  }

  @Test
  void pageSpeaksTheLanguageOfTheIntegrationsLinks() {
    scenario
        .server()
        .database()
        .change(
            "UPDATE integration SET language = 'es' WHERE id = ?::uuid", scenario.integration());

    ConnectVisit visit = ConnectVisit.open(scenario, endUser);
    Answer exit = visit.post("/connect/exits", Map.of("metadata", Map.of()));
    connectedThrough(visit);
    Answer made = ConnectVisit.link(scenario, endUser);
    revoke(made.text("id"));
    Answer revoked = scenario.server().anyone().get(URI.create(made.text("url")).getPath());

    assertThat(exit.text("message")).startsWith("No se conectó ningún banco.");
    assertThat(visit.get("/connect/session").body())
        .contains(
            "<html lang=\"es\">", "Conecte su banco con", "Sus bancos", "Desconectar</button>")
        .doesNotContain("Connect a bank", "??");
    assertThat(revoked.body()).contains("<html lang=\"es\">", "Este enlace se ha retirado");
  }

  @Test
  void withoutASessionThePageSpeaksTheBrowsersLanguage() {
    ApiClient anyone = scenario.server().anyone();

    assertThat(anyone.with("Accept-Language", "es-MX,es;q=0.9").get("/connect/nobody").body())
        .contains("<html lang=\"es\">", "Este enlace no está completo");
    assertThat(anyone.with("Accept-Language", "fr").get("/connect/nobody").body())
        .contains("<html lang=\"en\">", "This link is not complete");
  }
}
