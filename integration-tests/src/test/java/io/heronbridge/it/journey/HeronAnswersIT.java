package io.heronbridge.it.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.sandbox.fault.FaultEffect;
import io.heronbridge.sandbox.fault.FaultMatch;
import io.heronbridge.sandbox.fault.FaultType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way in which Heron can answer to a link, and what becomes of it. */
class HeronAnswersIT {
  private static final String LINK_URL = "/heron/api/integrations/itg_sandbox/links";
  private static final FaultMatch LINK_POSTS = FaultMatch.of("heron", LINK_URL).method("POST");

  private Scenario scenario;

  @BeforeEach
  void openScenario() {
    scenario = Scenario.onSharedServer();
  }

  private void heronWill(int times, FaultEffect effect) {
    scenario.sandbox().faults().next(times, LINK_POSTS, effect);
  }

  private String connect() {
    String endUser = Examples.anEndUser();
    Answer exchanged =
        scenario.exchange(endUser, scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS));
    assertThat(exchanged.status()).as(exchanged.body()).isEqualTo(201);
    return exchanged.text("item_id");
  }

  private static JsonObject linkOf(JsonObject item) {
    return item.getAsJsonObject("integration_link");
  }

  private JsonObject linkWithAttempts(JsonObject item) {
    String id = linkOf(item).get("id").getAsString();
    return scenario.server().api().get("/api/v1/integration-links/" + id).json();
  }

  private List<String> outcomes(JsonObject item) {
    return StreamSupport.stream(
            linkWithAttempts(item).getAsJsonArray("attempts_log").spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .map(attempt -> attempt.get("outcome").getAsString())
        .toList();
  }

  private int linkPosts() {
    return (int)
        scenario.sandbox().requests().matching("heron", LINK_URL).stream()
            .filter(request -> request.method().equals("POST"))
            .count();
  }

  @Test
  void troubleAtHeronIsRetriedUntilItIsOver() {
    heronWill(2, FaultEffect.status(503, "{\"code\":503,\"description\":\"busy\"}"));

    JsonObject item = scenario.awaitLinked(connect());

    assertThat(outcomes(item)).containsExactly("server_error", "server_error", "delivered");
    assertThat(linkOf(item).get("attempts").getAsInt()).isEqualTo(3);
  }

  @Test
  void linkWhoseAnswerWasLostIsFoundAndNotPostedAgain() {
    heronWill(1, FaultEffect.of(FaultType.RESET_AFTER));

    JsonObject item = scenario.awaitLinked(connect());

    assertThat(outcomes(item)).containsExactly("connection", "confirmed");
    assertThat(linkPosts()).isEqualTo(1);
  }

  @Test
  void requestThatNeverArrivedIsPostedAgainAfterLooking() {
    heronWill(1, FaultEffect.of(FaultType.RESET_BEFORE));

    JsonObject item = scenario.awaitLinked(connect());

    assertThat(outcomes(item)).containsExactly("connection", "delivered");
    assertThat(scenario.sandbox().requests().matching("heron", ".*/integration_links"))
        .isNotEmpty();
  }

  @Test
  void pageOfAProxyIsNotTakenForHeronsWord() {
    heronWill(1, new FaultEffect(FaultType.HTML, 200, "", Map.of(), Duration.ZERO, false));

    JsonObject item = scenario.awaitLinked(connect());

    assertThat(outcomes(item)).containsExactly("garbled", "delivered");
  }

  @Test
  void emptySuccessIsConfirmedByReading() {
    heronWill(1, FaultEffect.of(FaultType.EMPTY));

    JsonObject item = scenario.awaitLinked(connect());

    assertThat(outcomes(item)).containsExactly("garbled", "confirmed");
    assertThat(linkPosts()).isEqualTo(1);
  }

  @Test
  void conflictOverALinkHeronHasCountsAsLinked() {
    heronWill(1, FaultEffect.of(FaultType.TRUNCATE));

    JsonObject item = scenario.awaitLinked(connect());

    assertThat(linkOf(item).get("status").getAsString()).isEqualTo("linked");
    assertThat(scenario.sandbox().heron().links().all()).hasSize(1);
  }

  @Test
  void conflictOverALinkHeronDoesNotHaveFails() {
    heronWill(1, FaultEffect.status(409, "{\"code\":409,\"description\":\"belongs to another\"}"));

    JsonObject item = scenario.awaitLink(connect(), "failed");

    JsonObject error = linkOf(item).getAsJsonObject("last_error");
    assertThat(error.get("kind").getAsString()).isEqualTo("rejected");
    assertThat(error.get("http_status").getAsInt()).isEqualTo(409);
    assertThat(error.get("message").getAsString()).contains("belongs to another");
    assertThat(error.get("advice").getAsString()).isNotBlank();
  }

  @Test
  void beingSlowedDownCostsNoAttempt() {
    heronWill(
        1,
        FaultEffect.status(429, "{\"code\":429,\"description\":\"100 per 1 minute\"}")
            .withHeaders(Map.of("Retry-After", "1")));

    JsonObject item = scenario.awaitLinked(connect());

    List<Integer> numbers =
        StreamSupport.stream(
                linkWithAttempts(item).getAsJsonArray("attempts_log").spliterator(), false)
            .map(attempt -> attempt.getAsJsonObject().get("number").getAsInt())
            .toList();
    assertThat(outcomes(item)).containsExactly("rate_limited", "delivered");
    assertThat(numbers).containsExactly(0, 1);
  }

  @Test
  void refusedKeyHoldsTheIntegrationUntilAPersonResumesIt() {
    heronWill(1, FaultEffect.status(401, "{\"code\":401,\"description\":\"bad key\"}"));
    String itemId = connect();
    String integration = "/api/v1/integrations/" + scenario.integration();
    Eventually.within(
        Duration.ofSeconds(20),
        () -> {
          JsonObject state = scenario.server().api().get(integration).json();
          assertThat(state.get("status").getAsString()).isEqualTo("paused");
          assertThat(state.get("paused_reason").getAsString()).contains("API key");
        });
    JsonObject held = scenario.server().api().get("/api/v1/items/" + itemId).json();
    assertThat(linkOf(held).get("status").getAsString()).isEqualTo("pending");
    assertThat(linkOf(held).get("waiting_for").getAsString()).contains("paused");
    int postsWhilePaused = linkPosts();

    Answer resumed = scenario.server().api().post(integration + "/resume");

    assertThat(resumed.text("status")).isEqualTo("active");
    scenario.awaitLinked(itemId);
    assertThat(linkPosts()).isEqualTo(postsWhilePaused + 1);
  }

  @Test
  void unknownLinkUrlHoldsTheIntegration() {
    heronWill(1, FaultEffect.status(404, "{\"code\":404,\"description\":\"no such integration\"}"));
    connect();

    Eventually.within(
        Duration.ofSeconds(20),
        () ->
            assertThat(
                    scenario
                        .server()
                        .api()
                        .get("/api/v1/integrations/" + scenario.integration())
                        .text("paused_reason"))
                .contains("link URL"));
  }

  @Test
  void exhaustedLinkFailsAndIsLinkedWhenResent() {
    scenario.sandbox().faults().always(LINK_POSTS, FaultEffect.status(500, "{}"));
    JsonObject failed = scenario.awaitLink(connect(), "failed");
    int before = outcomes(failed).size();
    scenario.sandbox().faults().clear();
    String id = linkOf(failed).get("id").getAsString();

    Answer resent = scenario.server().api().post("/api/v1/integration-links/" + id + "/resend");

    assertThat(resent.status()).as(resent.body()).isEqualTo(202);
    JsonObject linked = scenario.awaitLinked(failed.get("item_id").getAsString());
    assertThat(before).isEqualTo(8);
    assertThat(outcomes(linked)).hasSize(before + 1);
    assertThat(linkOf(linked).get("attempts").getAsInt()).isEqualTo(1);
  }

  @Test
  void linkedLinkCannotBeResent() {
    JsonObject item = scenario.awaitLinked(connect());
    String id = linkOf(item).get("id").getAsString();

    Answer answer = scenario.server().api().post("/api/v1/integration-links/" + id + "/resend");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void failedLinksAreResentByFilter() {
    heronWill(2, FaultEffect.status(422, "{\"code\":422,\"description\":{\"json\":{}}}"));
    String first = connect();
    String second = connect();
    scenario.awaitLink(first, "failed");
    scenario.awaitLink(second, "failed");

    Answer resent =
        scenario
            .server()
            .api()
            .post(
                "/api/v1/integration-links/resend",
                Map.of("status", "failed", "integration_id", scenario.integration()));

    assertThat(resent.status()).as(resent.body()).isEqualTo(202);
    assertThat(resent.json().get("resent").getAsInt()).isEqualTo(2);
    scenario.awaitLinked(first);
    scenario.awaitLinked(second);
  }
}
