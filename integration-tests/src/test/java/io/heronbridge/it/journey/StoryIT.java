package io.heronbridge.it.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.ApiClient;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.it.support.Visitors;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.sandbox.fault.FaultEffect;
import io.heronbridge.sandbox.fault.FaultMatch;
import io.heronbridge.sandbox.plaid.Institution;
import io.heronbridge.sandbox.plaid.LinkedItem;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An item's whole story, by API and on its page. */
class StoryIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final String endUser = Examples.anEndUser();
  private Scenario scenario;
  private LinkedItem linked;
  private String itemId;

  @BeforeEach
  void connectWithTroubleAtHeron() {
    scenario = Scenario.onSharedServer();
    scenario
        .sandbox()
        .faults()
        .next(
            1,
            FaultMatch.of("heron", ".*/itg_sandbox/links").method("POST"),
            FaultEffect.status(503, "{\"code\":503}"));
    linked = scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS);
    itemId = scenario.exchange(endUser, linked).text("item_id");
    scenario.awaitLinked(itemId);
    Eventually.within(PATIENCE, () -> assertThat(scenario.awaitRelayed(itemId)).hasSize(2));
  }

  private JsonObject item() {
    return scenario.server().api().get("/api/v1/items/" + itemId).json();
  }

  private Answer timeline(String query) {
    return scenario.server().api().get("/api/v1/items/" + itemId + "/timeline" + query);
  }

  private static List<JsonObject> lines(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    List<JsonObject> lines = new ArrayList<>();
    for (JsonElement line : answer.json().getAsJsonArray("data")) {
      lines.add(line.getAsJsonObject());
    }
    return lines;
  }

  private static String word(JsonObject line, String member) {
    return line.get(member).getAsString();
  }

  private static List<String> told(List<JsonObject> lines) {
    return lines.stream().map(line -> word(line, "kind") + " " + word(line, "code")).toList();
  }

  private void breakLogin() {
    scenario.sandbox().plaid().breakLogin(linked.item());
    Eventually.within(
        PATIENCE, () -> assertThat(item().get("status")).hasToString("\"login_required\""));
  }

  @Test
  void everyPartOfTheStoryIsOnOneLineOfTime() {
    breakLogin();

    List<JsonObject> lines = lines(timeline(""));

    assertThat(told(lines))
        .contains(
            "exchange exchanged",
            "event connected",
            "attempt create_link",
            "webhook initial_update",
            "webhook historical_update",
            "webhook error",
            "event login_required");
    assertThat(lines.stream().map(line -> word(line, "at")).map(java.time.Instant::parse))
        .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    assertThat(
            lines.stream()
                .filter(line -> word(line, "kind").equals("attempt"))
                .map(line -> word(line.getAsJsonObject("attempt"), "outcome")))
        .containsExactly("delivered", "server_error");
    assertThat(timeline("").body()).doesNotContain(linked.item().accessToken());
  }

  @Test
  void eventSaysWhoSaidItWhatItMeansAndWhatToDo() {
    breakLogin();

    JsonObject event =
        lines(timeline("")).stream()
            .filter(line -> word(line, "code").equals("login_required"))
            .findFirst()
            .orElseThrow();

    assertThat(word(event, "by")).isEqualTo("plaid");
    assertThat(word(event, "detail")).contains("ITEM_LOGIN_REQUIRED");
    assertThat(word(event, "meaning")).contains("sign in again");
    assertThat(word(event, "advice")).contains("hosted link");
    Answer webhook = scenario.server().api().get("/api/v1/webhooks/" + word(event, "webhook_id"));
    assertThat(webhook.text("webhook_code")).isEqualTo("ERROR");
    assertThat(word(item().getAsJsonObject("summary"), "title")).isEqualTo("Needs its user");
  }

  @Test
  void smallPagesTellTheSameStoryAsOneLargePage() {
    breakLogin();
    List<String> whole = lines(timeline("?limit=200")).stream().map(Object::toString).toList();

    List<String> inPages = new ArrayList<>();
    String query = "?limit=2";
    while (query != null) {
      Answer page = timeline(query);
      lines(page).forEach(line -> inPages.add(line.toString()));
      JsonElement next = page.json().get("next_cursor");
      query = next.isJsonNull() ? null : "?limit=2&cursor=" + next.getAsString();
    }

    assertThat(inPages).containsExactlyElementsOf(whole);
  }

  @Test
  void endUsersPageTellsOneStoryOfAllTheirBanks() {
    LinkedItem other = scenario.chooseBank(endUser, Institution.TARTAN);
    scenario.awaitLinked(scenario.exchange(endUser, other).text("item_id"));
    ApiClient viewer = as(Role.VIEWER);

    Answer page = viewer.get("/admin/end-users/" + endUser);

    assertThat(page.status()).isEqualTo(200);
    String story = page.body().substring(page.body().indexOf("id=\"story\""));
    assertThat(story)
        .contains(">First Platypus Bank</a>", ">Tartan Bank</a>", "Sent to Heron, attempt 2")
        .doesNotContain(linked.item().accessToken(), other.item().accessToken());
    assertThat(page.body()).doesNotContain("/admin/end-user-erasures");
  }

  @Test
  void endUserWithoutABankHasAStoryToo() {
    String newcomer = Examples.anEndUser();
    scenario.server().api().post("/api/v1/end-users", java.util.Map.of("end_user_id", newcomer));

    Answer page = as(Role.VIEWER).get("/admin/end-users/" + newcomer);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body().split("class=\"timeline-line\"", -1)).hasSize(2);
    assertThat(page.body()).contains("End user create").doesNotContain(">Earlier<");
  }

  @Test
  void endUsersStoryIsToldInPagesWithoutGapsOrRepetitions() {
    insertDailyWebhooks();
    List<String> whole = times(lines(timeline("?limit=200")));
    ApiClient viewer = as(Role.VIEWER);

    List<String> inPages = new ArrayList<>();
    String address = "/admin/end-users/" + endUser;
    while (inPages.size() < whole.size()) {
      String body = viewer.get(address).body();
      assertThat(body).contains(">Earlier<");
      inPages.addAll(timesIn(body.substring(body.indexOf("id=\"story\""))));
      address = "/admin/end-users/" + endUser + "?cursor=" + cursorIn(body);
    }

    assertThat(inPages.subList(0, whole.size())).isEqualTo(whole);
  }

  private static List<String> times(List<JsonObject> lines) {
    return lines.stream()
        .map(line -> Instant.parse(word(line, "at")).truncatedTo(ChronoUnit.SECONDS).toString())
        .toList();
  }

  private static List<String> timesIn(String story) {
    return Pattern.compile("<p class=\"timeline-line\">\\s*<time datetime=\"([^\"]+)\"")
        .matcher(story)
        .results()
        .map(each -> Instant.parse(each.group(1)).truncatedTo(ChronoUnit.SECONDS).toString())
        .toList();
  }

  private ApiClient as(Role role) {
    return scenario
        .server()
        .anyone()
        .withCookie(new Visitors(scenario.server().database()).cookieOf(role));
  }

  private void insertDailyWebhooks() {
    scenario
        .server()
        .database()
        .change(
            """
            INSERT INTO received_webhook (id, integration, item_id, webhook_type, webhook_code, body,
                body_sealed, body_sha256, headers, signed_at, received_at, status, attempts)
            SELECT gen_random_uuid(), ?, ?, 'TRANSACTIONS', 'DEFAULT_UPDATE', '', false, '', '[]',
                   now() - make_interval(days => n), now() - make_interval(days => n), 'DELIVERED', 1
              FROM generate_series(1, 365) AS n""",
            UUID.fromString(scenario.integration()),
            itemId);
  }

  @Test
  void yearOfDailyWebhooksStaysUsable() {
    insertDailyWebhooks();
    ApiClient viewer = as(Role.VIEWER);

    Answer page = viewer.get("/admin/items/" + itemId);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body().split("class=\"timeline-line\"", -1)).hasSize(101);
    assertThat(page.body()).contains(">Earlier<").doesNotContain(linked.item().accessToken());
    assertThat(page.body()).doesNotContain("action=\"/admin/item-removals\"");
    Answer earlier = viewer.get("/admin/items/" + itemId + "?cursor=" + cursorIn(page.body()));
    assertThat(earlier.body()).contains(">Newest<", ">Earlier<");
  }

  private static String cursorIn(String html) {
    return html.replaceAll("(?s).*\\?cursor=([A-Za-z0-9_-]+)[\"#].*", "$1");
  }

  @Test
  void storyOfAnUnknownItemAndOddCursorsAreRefused() {
    ApiClient api = scenario.server().api();

    assertThat(api.get("/api/v1/items/nobody/timeline").status()).isEqualTo(404);
    assertThat(timeline("?cursor=tampered").status()).isEqualTo(422);
    assertThat(timeline("?limit=0").status()).isEqualTo(422);
  }
}
