package io.heronbridge.it.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.ApiClient;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.sandbox.fault.FaultEffect;
import io.heronbridge.sandbox.fault.FaultMatch;
import io.heronbridge.sandbox.plaid.LinkedItem;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A person gives up links that Heron never took. */
class LinkCancelIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final FaultMatch POSTS =
      FaultMatch.of("heron", ".*/itg_sandbox/links").method("POST");

  private final Scenario scenario = Scenario.onSharedServer();
  private final ApiClient api = scenario.server().api();
  private final String endUser = Examples.anEndUser();
  private final LinkedItem linked = scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS);
  private final String itemId = linked.item().itemId();

  private static String idOf(JsonObject item) {
    return item.getAsJsonObject("integration_link").get("id").getAsString();
  }

  private Answer cancel(String link) {
    return api.post("/api/v1/integration-links/" + link + "/cancel");
  }

  private boolean isAtHeron() {
    return scenario.sandbox().heron().links().find(itemId).isPresent();
  }

  @Test
  void failedLinkIsGivenUpForGoodAndItsBankStaysConnected() {
    scenario.sandbox().faults().next(1, POSTS, FaultEffect.status(422, "{\"code\":422}"));
    scenario.exchange(endUser, linked);
    String link = idOf(scenario.awaitLink(itemId, "failed"));

    Answer cancelled = cancel(link);

    assertThat(cancelled.status()).as(cancelled.body()).isEqualTo(200);
    assertThat(cancelled.text("status")).isEqualTo("cancelled");
    assertThat(cancel(link).status()).isEqualTo(409);
    assertThat(api.post("/api/v1/integration-links/" + link + "/resend").status()).isEqualTo(409);
    assertThat(api.get("/api/v1/items/" + itemId).text("status")).isEqualTo("active");
    assertThat(
            scenario
                .server()
                .database()
                .number(
                    "SELECT count(*) FROM audit_entry"
                        + " WHERE action = 'link.cancel' AND subject = ?",
                    "link:" + link))
        .isOne();
    assertThat(isAtHeron()).isFalse();
  }

  @Test
  void webhooksOfAGivenUpLinkStayHereAndTheItemsStateIsKept() {
    scenario.sandbox().faults().next(1, POSTS, FaultEffect.status(422, "{\"code\":422}"));
    scenario.exchange(endUser, linked);
    cancel(idOf(scenario.awaitLink(itemId, "failed")));

    scenario.sandbox().plaid().breakLogin(linked.item());

    Eventually.within(
        PATIENCE,
        () -> {
          assertThat(api.get("/api/v1/items/" + itemId).text("status")).isEqualTo("login_required");
          assertThat(api.get("/api/v1/webhooks?status=pending&item_id=" + itemId).body())
              .contains("\"data\":[]");
        });
    assertThat(api.get("/api/v1/webhooks?status=not_relayed&item_id=" + itemId).body())
        .contains("Its link was cancelled");
    assertThat(scenario.sandbox().heron().relays().all())
        .noneMatch(relay -> new String(relay.body()).contains(itemId));
  }

  @Test
  void waitingLinkIsNotSentAfterwards() {
    api.post("/api/v1/integrations/" + scenario.integration() + "/pause");
    scenario.exchange(endUser, linked);
    String link = idOf(api.get("/api/v1/items/" + itemId).json());
    scenario.sandbox().plaid().breakLogin(linked.item());
    Eventually.within(
        PATIENCE,
        () ->
            assertThat(api.get("/api/v1/webhooks?status=pending&item_id=" + itemId).body())
                .contains("until its link is at Heron"));

    assertThat(cancel(link).text("status")).isEqualTo("cancelled");

    assertThat(api.get("/api/v1/webhooks?status=pending&item_id=" + itemId).body())
        .contains("\"data\":[]");
    assertThat(api.get("/api/v1/webhooks?status=not_relayed&item_id=" + itemId).body())
        .contains("The link was cancelled");

    api.post("/api/v1/integrations/" + scenario.integration() + "/resume");
    String next = Examples.anEndUser();
    LinkedItem other = scenario.chooseBank(next, Examples.FIRST_PLATYPUS);
    scenario.exchange(next, other);
    scenario.awaitLinked(other.item().itemId());
    assertThat(isAtHeron()).isFalse();
  }

  @Test
  void linkThatHeronIsAskedForOrHasIsLeftAlone() {
    scenario.sandbox().faults().next(1, POSTS, FaultEffect.delay(Duration.ofSeconds(3)));
    scenario.exchange(endUser, linked);
    String link = idOf(api.get("/api/v1/items/" + itemId).json());
    Eventually.within(
        PATIENCE,
        () ->
            assertThat(
                    scenario
                        .server()
                        .database()
                        .number(
                            "SELECT count(*) FROM outbox_message"
                                + " WHERE subject = ?::uuid AND state = 'LEASED'",
                            link))
                .isOne());

    Answer early = cancel(link);

    assertThat(early.status()).isEqualTo(409);
    assertThat(early.text("detail")).contains("being asked at this moment");
    scenario.awaitLinked(itemId);
    assertThat(cancel(link).text("detail")).contains("disconnect the bank");
    assertThat(isAtHeron()).isTrue();
  }
}
