package io.heronbridge.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heronbridge.sandbox.Sandbox;
import io.heronbridge.sandbox.record.RecordedRequest;
import io.heronbridge.sandbox.support.Caller;
import io.heronbridge.sandbox.support.Examples;
import io.heronbridge.sandbox.support.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultPlanIT {
  private Sandbox sandbox;
  private Caller caller;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.start(0);
    caller = new Caller(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private void plan(String effect) throws IOException {
    String rule =
        """
        {"match": {"service": "heron", "path": "/links$", "method": "POST"},
         "effect": %s, "times": 1}"""
            .formatted(effect);
    Reply reply = caller.plain("POST", "/control/faults", rule);
    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.text("id")).startsWith("flt_");
  }

  private Reply post() throws IOException {
    return caller.heron(
        "POST", "/api/integrations/itg_sandbox/links", Examples.link("item-1", "access", "u"));
  }

  private void assertStored(boolean stored) {
    assertThat(sandbox.heron().links().find("item-1").isPresent()).isEqualTo(stored);
  }

  private RecordedRequest recorded() {
    List<RecordedRequest> posts = sandbox.requests().matching("heron", "/links$");
    return posts.get(0);
  }

  @Test
  void statusAnswersInsteadOfTheService() throws IOException {
    plan(
        "{\"type\": \"status\", \"status\": 503, \"body\": {\"a\": 1}, \"headers\": {\"Retry-After\": \"7\"}}");

    Reply reply = post();

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.body()).isEqualTo("{\"a\":1}");
    assertThat(reply.header("Retry-After")).isEqualTo("7");
    assertStored(false);
    assertThat(recorded().status()).isEqualTo(503);
    assertThat(recorded().fault()).contains("status");
    assertThat(post().status()).isEqualTo(201);
  }

  @Test
  void delayIsLateButTrue() throws IOException {
    plan("{\"type\": \"delay\", \"delay_ms\": 300}");
    long before = System.nanoTime();

    assertThat(post().status()).isEqualTo(201);

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(290));
  }

  @Test
  void resetBeforeDoesNothing() throws IOException {
    plan("{\"type\": \"reset_before\"}");

    assertThatThrownBy(this::post).isInstanceOf(IOException.class);

    assertStored(false);
    assertThat(recorded().status()).isZero();
  }

  @Test
  void resetAfterDoesTheWork() throws IOException {
    plan("{\"type\": \"reset_after\"}");

    assertThatThrownBy(this::post).isInstanceOf(IOException.class);

    assertStored(true);
  }

  @Test
  void garbageIsNotJson() throws IOException {
    plan("{\"type\": \"garbage\"}");

    Reply reply = post();

    assertThat(reply.status()).isEqualTo(200);
    assertThatThrownBy(reply::json).isInstanceOf(RuntimeException.class);
    assertStored(true);
  }

  @Test
  void emptyHasNoBody() throws IOException {
    plan("{\"type\": \"empty\", \"status\": 201}");

    Reply reply = post();

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.body()).isEmpty();
  }

  @Test
  void truncatedAnswerBreaksOff() throws IOException {
    plan("{\"type\": \"truncate\"}");

    assertThatThrownBy(this::post).isInstanceOf(IOException.class);

    assertStored(true);
  }

  @Test
  void stallEndsWithAClosedConnection() throws IOException {
    plan("{\"type\": \"stall\", \"delay_ms\": 200}");

    assertThatThrownBy(this::post).isInstanceOf(IOException.class);

    assertStored(false);
  }

  @Test
  void htmlLooksLikeAProxy() throws IOException {
    plan("{\"type\": \"html\"}");

    Reply reply = post();

    assertThat(reply.status()).isEqualTo(502);
    assertThat(reply.header("Content-Type")).isEqualTo("text/html");
    assertStored(false);
  }

  @Test
  void skippedRequestsAndOtherBodiesPass() throws IOException {
    FaultMatch match = FaultMatch.of("heron", "/links$").bodyContains("item-2");
    sandbox.faults().always(match, FaultEffect.status(500, ""));

    assertThat(post().status()).isEqualTo(201);
  }

  @Test
  void plansAreListedAndRemoved() throws IOException {
    plan("{\"type\": \"status\"}");
    String id =
        caller
            .get("/control/faults")
            .json()
            .getAsJsonArray("data")
            .get(0)
            .getAsJsonObject()
            .get("id")
            .getAsString();

    assertThat(caller.plain("DELETE", "/control/faults/" + id, "").status()).isEqualTo(204);

    assertThat(caller.get("/control/faults").json().getAsJsonArray("data")).isEmpty();
  }

  @Test
  void wrongPlanIsRefusedWithTheReason() throws IOException {
    Reply reply =
        caller.plain(
            "POST", "/control/faults", "{\"match\": {}, \"effect\": {\"type\": \"nonsense\"}}");

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.text("error")).contains("nonsense");
  }

  @Test
  void demonstrationRefusesTheFirstLinkOfEachHoundstoothItem() throws IOException {
    sandbox.demoFaults();
    Reply item = Examples.item(caller, "ins_109512", "");
    String body = Examples.link(item.text("item_id"), item.text("access_token"), "u");
    String path = "/api/integrations/itg_sandbox/links";

    assertThat(caller.heron("POST", path, body).status()).isEqualTo(422);
    assertThat(caller.heron("POST", path, body).status()).isEqualTo(201);
    assertThat(post().status()).isEqualTo(201);
  }
}
