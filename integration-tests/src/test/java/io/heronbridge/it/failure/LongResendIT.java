package io.heronbridge.it.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.ApiClient;
import io.heronbridge.it.support.BridgeServer;
import io.heronbridge.it.support.BridgeSettings;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.LinksThatFailed;
import io.heronbridge.it.support.PayaraMicro;
import io.heronbridge.it.support.SandboxServer;
import io.heronbridge.it.support.TestRun;
import io.heronbridge.persistence.outbox.Priority;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Jobs of thousands of links: planned, held, crossed by others, stopped, and cut off by a crash.
 */
class LongResendIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration RESUMED = Duration.ofSeconds(35);
  private static final Duration A_LOADED_MACHINES_MOMENT = Duration.ofSeconds(5);
  private static final int MANY = 10_000;
  private static final int SOME = 3_000;

  private static BridgeServer node;

  private ApiClient api;
  private String integration;

  @BeforeAll
  static void startNode() {
    PayaraMicro kind = new PayaraMicro();
    BridgeSettings settings =
        BridgeSettings.fresh("long-resend", TestRun.current().postgres().create("long_resend"));
    node = BridgeServer.prepared("long-resend", kind, kind.archive(), settings).start();
    node.awaitReady();
  }

  @AfterAll
  static void stopNode() {
    node.close();
  }

  /** Paused, since nobody is to be asked for the links made here. */
  @BeforeEach
  void setUpAnIntegration() {
    SandboxServer sandbox = TestRun.current().sandbox();
    JsonObject asked = Examples.integrationWith(sandbox.sandbox());
    asked.getAsJsonObject("heron").addProperty("requests_per_minute", 90);
    api = node.api();
    integration = api.post("/api/v1/integrations", asked).text("id");
    api.post("/api/v1/integrations/" + integration + "/pause");
  }

  private Map<String, String> filter() {
    return Map.of("status", "failed", "integration_id", integration);
  }

  private String begin() {
    Answer begun = api.post("/api/v1/integration-links/resend", filter());
    assertThat(begun.status()).as(begun.body()).isEqualTo(202);
    return begun.text("job_id");
  }

  private Answer change(String job, String verb) {
    Answer changed = api.post("/api/v1/resend-jobs/" + job + "/" + verb);
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    return changed;
  }

  private JsonObject await(String job, Consumer<JsonObject> expectation) {
    JsonObject[] found = new JsonObject[1];
    Eventually.within(
        PATIENCE,
        () -> {
          found[0] = api.get("/api/v1/resend-jobs/" + job).json();
          expectation.accept(found[0]);
        });
    return found[0];
  }

  private JsonObject awaitDone(String job) {
    return await(job, found -> assertThat(found.get("status").getAsString()).isEqualTo("done"));
  }

  private void awaitTheMiddle(String job, int links) {
    await(job, found -> assertThat(number(found, "resent")).isBetween(1L, links - 1L));
  }

  private static long number(JsonObject json, String member) {
    return json.get(member).getAsLong();
  }

  @Test
  void planOfTenThousandIsMadeAtOnceAndChangesNothing() {
    api.post("/api/v1/integrations/" + integration + "/resume");
    api.post("/api/v1/resend-jobs", filter());
    LinksThatFailed links = LinksThatFailed.make(node.database(), integration, MANY);

    long began = System.nanoTime();
    Answer planned = api.post("/api/v1/resend-jobs", filter());
    Duration took = Duration.ofNanos(System.nanoTime() - began);

    assertThat(planned.status()).as(planned.body()).isEqualTo(201);
    assertThat(took).isLessThan(A_LOADED_MACHINES_MOMENT);
    JsonObject plan = planned.json().getAsJsonObject("plan");
    assertThat(number(plan, "links")).isEqualTo(MANY);
    assertThat(number(plan, "estimated_seconds")).isEqualTo(112 * 60);
    assertThat(plan.get("estimate").getAsString()).startsWith("About 112 minutes");
    assertThat(plan.get("oldest_failed_at").getAsString()).isNotBlank();
    assertThat(links.count("FAILED")).isEqualTo(MANY);
    assertThat(links.resends()).isZero();
    links.close();
  }

  @Test
  void jobGoesOnAfterACrashAndResendsEachLinkOnce() {
    LinksThatFailed links = LinksThatFailed.make(node.database(), integration, MANY);
    String job = begin();
    awaitTheMiddle(job, MANY);

    node.kill();
    long before = resentBy(job);
    node.start().awaitReady();

    Eventually.within(RESUMED, () -> assertThat(resentBy(job)).isGreaterThan(before));
    JsonObject done = awaitDone(job);
    assertThat(before).isBetween(1L, MANY - 1L);
    assertThat(number(done, "resent")).isEqualTo(MANY);
    assertThat(number(done, "skipped")).isZero();
    assertThat(number(done, "pending")).isEqualTo(MANY);
    assertThat(links.resends()).isEqualTo(MANY);
    assertThat(links.count("PENDING")).isEqualTo(MANY);
    assertThat(
            node.database()
                .number(
                    "SELECT count(DISTINCT subject) FROM audit_entry WHERE detail = ?",
                    "resend_job:" + job))
        .isEqualTo(MANY);
    assertThat(
            node.database()
                .number(
                    "SELECT count(*) FROM outbox_message"
                        + " WHERE integration = ? AND state = 'PENDING' AND priority = ? AND attempts = 0",
                    UUID.fromString(integration),
                    Priority.BULK_LINK.ordinal()))
        .isEqualTo(MANY);
    links.close();
  }

  private static long resentBy(String job) {
    return node.database()
        .number("SELECT resent FROM resend_job WHERE id = ?", UUID.fromString(job));
  }

  @Test
  void twoJobsAndAPersonResendEachLinkOnceBetweenThem() {
    LinksThatFailed links = LinksThatFailed.make(node.database(), integration, SOME);
    String first = begin();
    awaitTheMiddle(first, SOME);
    JsonObject paused = change(first, "pause").json();
    String byHand = openLinkOf(first);

    Answer resent = api.post("/api/v1/integration-links/" + byHand + "/resend");
    JsonObject second = awaitDone(begin());
    JsonObject unmoved = api.get("/api/v1/resend-jobs/" + first).json();
    change(first, "resume");
    JsonObject finished = awaitDone(first);

    assertThat(resent.status()).isEqualTo(202);
    assertThat(paused.get("status").getAsString()).isEqualTo("paused");
    assertThat(number(unmoved, "resent")).isEqualTo(number(paused, "resent"));
    assertThat(number(second, "resent")).isEqualTo(number(paused, "remaining") - 1);
    assertThat(number(finished, "resent")).isEqualTo(number(paused, "resent"));
    assertThat(number(finished, "skipped")).isEqualTo(number(paused, "remaining"));
    assertThat(links.resends()).isEqualTo(SOME);
    assertThat(isBulk(byHand)).isFalse();
    links.close();
  }

  private static String openLinkOf(String job) {
    return node.database()
        .column(
            "SELECT link FROM resend_job_link WHERE resend_job = ? AND outcome IS NULL LIMIT 1",
            UUID.fromString(job))
        .get(0);
  }

  private static boolean isBulk(String link) {
    return node.database()
            .number(
                "SELECT count(*) FROM outbox_message WHERE subject = ? AND priority = ?",
                UUID.fromString(link),
                Priority.BULK_LINK.ordinal())
        > 0;
  }

  @Test
  void whatACancelledJobDidNotResendStaysAsItWas() {
    LinksThatFailed links = LinksThatFailed.make(node.database(), integration, SOME);
    String job = begin();
    awaitTheMiddle(job, SOME);
    change(job, "pause");

    JsonObject cancelled = change(job, "cancel").json();

    assertThat(cancelled.get("status").getAsString()).isEqualTo("cancelled");
    assertThat(number(cancelled, "remaining")).isBetween(1L, SOME - 1L);
    assertThat(links.count("FAILED")).isEqualTo(number(cancelled, "remaining"));
    assertThat(links.resends()).isEqualTo(number(cancelled, "resent"));
    assertThat(api.post("/api/v1/resend-jobs/" + job + "/resume").status()).isEqualTo(409);
    links.close();
  }

  @Test
  void runningJobIsCancelled() {
    LinksThatFailed links = LinksThatFailed.make(node.database(), integration, SOME);
    String job = begin();

    JsonObject cancelled = change(job, "cancel").json();

    assertThat(number(cancelled, "remaining")).isPositive();
    assertThat(links.count("FAILED")).isEqualTo(number(cancelled, "remaining"));
    links.close();
  }
}
