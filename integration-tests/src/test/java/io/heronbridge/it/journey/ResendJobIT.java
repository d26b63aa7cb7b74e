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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Failed links, resent together: by whom, which, and what becomes of them. */
class ResendJobIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String JOBS = "/api/v1/resend-jobs";
  private static final FaultMatch LINK_POSTS =
      FaultMatch.of("heron", ".*/itg_sandbox/links").method("POST");

  private static final Pattern FORM_KEY = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

  private Scenario scenario;
  private ApiClient api;
  private Visitors visitors;

  @BeforeEach
  void openScenario() {
    scenario = Scenario.onSharedServer();
    api = scenario.server().api();
    visitors = new Visitors(scenario.server().database());
  }

  private Map<String, String> filter() {
    return Map.of("status", "failed", "integration_id", scenario.integration());
  }

  private void heronRefuses(int links) {
    scenario.sandbox().faults().next(links, LINK_POSTS, FaultEffect.status(422, "{\"code\":422}"));
  }

  private List<String> failedBanks(int count) {
    heronRefuses(count);
    List<String> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String endUser = Examples.anEndUser();
      items.add(
          scenario
              .exchange(endUser, scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS))
              .text("item_id"));
    }
    items.forEach(item -> scenario.awaitLink(item, "failed"));
    return items;
  }

  private Answer plan() {
    Answer planned = api.post(JOBS, filter());
    assertThat(planned.status()).as(planned.body()).isEqualTo(201);
    return planned;
  }

  private Answer change(String job, String verb) {
    return api.post(JOBS + "/" + job + "/" + verb);
  }

  private JsonObject awaitSettled(String job) {
    JsonObject[] found = new JsonObject[1];
    Eventually.within(
        PATIENCE,
        () -> {
          found[0] = api.get(JOBS + "/" + job).json();
          assertThat(found[0].get("status").getAsString()).isEqualTo("done");
          assertThat(found[0].get("pending").getAsLong()).isZero();
        });
    return found[0];
  }

  private List<String> deeds(String job) {
    return scenario
        .server()
        .database()
        .column(
            "SELECT action FROM audit_entry WHERE subject = ? ORDER BY id", "resend_job:" + job);
  }

  @Test
  void plannedJobIsStartedAndWhatFailsAgainIsLeftToAPerson() {
    List<String> items = failedBanks(3);
    String job = plan().text("job_id");
    items.forEach(item -> scenario.awaitLink(item, "failed"));
    heronRefuses(1);

    Answer started = change(job, "start");
    JsonObject settled = awaitSettled(job);

    assertThat(started.status()).as(started.body()).isEqualTo(200);
    assertThat(settled.get("matched").getAsLong()).isEqualTo(3);
    assertThat(settled.get("resent").getAsLong()).isEqualTo(3);
    assertThat(settled.get("linked").getAsLong()).isEqualTo(2);
    assertThat(settled.get("failed").getAsLong()).isEqualTo(1);
    assertThat(
            api.get("/api/v1/integration-links?status=failed&resend_job_id=" + job)
                .json()
                .getAsJsonArray("data"))
        .hasSize(1);
    assertThat(deeds(job)).containsExactly("resend_job.start");
    assertThat(
            scenario
                .server()
                .database()
                .number(
                    "SELECT count(*) FROM audit_entry WHERE action = 'link.resend' AND detail = ?",
                    "resend_job:" + job))
        .isEqualTo(3);
  }

  @Test
  void whatFailedAgainIsResentByAJobOfItsOwn() {
    failedBanks(2);
    heronRefuses(1);
    String first = api.post("/api/v1/integration-links/resend", filter()).text("job_id");
    awaitSettled(first);

    Answer again =
        api.post(
            "/api/v1/integration-links/resend", Map.of("status", "failed", "resend_job_id", first));

    assertThat(again.json().get("resent").getAsLong()).isEqualTo(1);
    assertThat(awaitSettled(again.text("job_id")).get("linked").getAsLong()).isEqualTo(1);
  }

  @Test
  void eachStepIsWrittenDownAndOnlyStepsThatLeadSomewhereAreTaken() {
    failedBanks(1);
    String dropped = plan().text("job_id");
    assertThat(deeds(dropped)).isEmpty();

    assertThat(change(dropped, "pause").status()).isEqualTo(409);
    assertThat(change(dropped, "cancel").text("status")).isEqualTo("cancelled");
    Answer tooLate = change(dropped, "start");

    assertThat(tooLate.status()).isEqualTo(409);
    assertThat(tooLate.header("Content-Type")).startsWith("application/problem+json");
    assertThat(tooLate.text("detail")).contains("cancelled");
    assertThat(deeds(dropped)).containsExactly("resend_job.cancel");
    assertThat(change("5f0b7c1e-2a64-4b1d-9a57-0c1d2e3f4a5b", "start").status()).isEqualTo(404);
    assertThat(api.post(JOBS, Map.of("status", "linked")).status()).isEqualTo(400);
  }

  @Test
  void keysThatMayOnlyReadPlanAndStartNothing() {
    String job = plan().text("job_id");
    ApiClient reader = scenario.server().anyone().withKey(visitors.readOnlyKey());

    assertThat(reader.get(JOBS + "/" + job).status()).isEqualTo(200);
    assertThat(reader.post(JOBS, filter()).status()).isEqualTo(403);
    for (String verb : List.of("start", "pause", "resume", "cancel")) {
      assertThat(reader.post(JOBS + "/" + job + "/" + verb).status()).as(verb).isEqualTo(403);
    }
    assertThat(api.get(JOBS + "/" + job).text("status")).isEqualTo("planned");
  }

  @Test
  void limitedKeyCoversSeesAndTouchesItsOwnIntegrationsOnly() {
    failedBanks(1);
    String everybodys = api.post(JOBS, Map.of("status", "failed")).text("job_id");
    String acmes = plan().text("job_id");
    String other = scenario.alsoDirect().integration();
    ApiClient limited = scenario.server().anyone().withKey(visitors.keyFor(scenario.integration()));
    ApiClient stranger = scenario.server().anyone().withKey(visitors.keyFor(other));

    Answer ofTheirs = stranger.post("/api/v1/integration-links/resend", Map.of("status", "failed"));
    Answer asked = stranger.post("/api/v1/integration-links/resend", filter());

    assertThat(ofTheirs.json().get("resent").getAsLong()).isZero();
    assertThat(asked.json().get("resent").getAsLong()).isZero();
    assertThat(limited.get(JOBS + "/" + everybodys).status()).isEqualTo(404);
    assertThat(limited.post(JOBS + "/" + everybodys + "/start").status()).isEqualTo(404);
    assertThat(stranger.get(JOBS + "/" + acmes).status()).isEqualTo(404);
    assertThat(listed(limited)).contains(acmes).doesNotContain(everybodys, asked.text("job_id"));
    assertThat(listed(stranger)).contains(asked.text("job_id")).doesNotContain(acmes, everybodys);
    assertThat(limited.post(JOBS + "/" + acmes + "/start").status()).isEqualTo(200);
    assertThat(awaitSettled(acmes).get("linked").getAsLong()).isEqualTo(1);
  }

  private static List<String> listed(ApiClient client) {
    List<String> ids = new ArrayList<>();
    for (JsonElement each : client.get(JOBS + "?limit=200").json().getAsJsonArray("data")) {
      ids.add(each.getAsJsonObject().get("job_id").getAsString());
    }
    return ids;
  }

  @Test
  void viewersLookAndOperatorsAct() {
    String page = "/admin/resend-jobs/" + plan().text("job_id");
    ApiClient viewer = signedIn(Role.VIEWER);
    ApiClient operator = signedIn(Role.OPERATOR);

    assertThat(viewer.get("/admin/resend-jobs").status()).isEqualTo(200);
    assertThat(viewer.get(page).body()).doesNotContain("name=\"change\"");
    assertThat(cancel(viewer, page).status()).isEqualTo(403);
    assertThat(cancel(operator, page).status()).isEqualTo(303);
    assertThat(operator.get(page).body()).contains("It was never started");
  }

  private ApiClient signedIn(Role role) {
    return scenario.server().anyone().withCookie(visitors.cookieOf(role));
  }

  private static Answer cancel(ApiClient person, String page) {
    Matcher key = FORM_KEY.matcher(person.get(page).body());
    assertThat(key.find()).isTrue();
    return person
        .with("Content-Type", "application/x-www-form-urlencoded")
        .postBytes(page, ("change=cancel&csrf=" + key.group(1)).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void planThatNobodyStartedIsForgotten() {
    String job = plan().text("job_id");

    scenario
        .server()
        .database()
        .change(
            "UPDATE resend_job SET touched_at = now() - interval '2 days' WHERE id = ?",
            UUID.fromString(job));

    Eventually.within(
        PATIENCE, () -> assertThat(api.get(JOBS + "/" + job).status()).isEqualTo(404));
  }

  @Test
  void jobAboutOnePersonGoesWithThem() {
    String endUser = Examples.anEndUser();
    assertThat(api.post("/api/v1/end-users", Map.of("end_user_id", endUser)).status())
        .isLessThan(300);
    String job =
        api.post(
                "/api/v1/integration-links/resend",
                Map.of("status", "failed", "end_user_id", endUser))
            .text("job_id");

    Answer erased = api.delete("/api/v1/end-users/" + endUser);

    assertThat(erased.status()).as(erased.body()).isLessThan(300);
    assertThat(api.get(JOBS + "/" + job).status()).isEqualTo(404);
  }
}
