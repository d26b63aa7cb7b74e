package io.heronbridge.it.failure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.BridgeServer;
import io.heronbridge.it.support.BridgeSettings;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.PayaraMicro;
import io.heronbridge.it.support.PostgresServer;
import io.heronbridge.it.support.SandboxServer;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.it.support.TestRun;
import io.heronbridge.sandbox.plaid.WebhookSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Plaid's webhooks are taken while PostgreSQL is away, and all of them reach Heron in the end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseAwayIT {
  private static final int ROOM = 6;
  private static final Duration RESUMED = Duration.ofSeconds(10);
  private static final Duration PLAIDS_PATIENCE = Duration.ofSeconds(10);

  private PostgresServer postgres;
  private BridgeServer node;
  private Scenario scenario;

  /** Tells one test's webhooks from another's. */
  private String mark;

  @BeforeAll
  void startNode() {
    postgres = TestRun.current().postgres();
    SandboxServer sandbox = TestRun.current().sandbox();
    sandbox.reset();
    PayaraMicro kind = new PayaraMicro();
    BridgeSettings settings =
        BridgeSettings.fresh("database-away", postgres.create("database_away"))
            .with("BRIDGE_SPOOL_WEBHOOK_FILES", Integer.toString(ROOM));
    node =
        BridgeServer.prepared("database-away", kind, kind.archive(), settings).start().awaitReady();
    scenario = Scenario.on(node, sandbox);
  }

  @BeforeEach
  void knowTheIntegrationAndPlaidsKey() {
    mark = UUID.randomUUID().toString();
    assertThat(plaidSends("beforehand")).isEqualTo(200);
    Eventually.within(RESUMED, () -> assertThat(relayed()).containsExactly("beforehand"));
  }

  @AfterEach
  void bringTheDatabaseBack() {
    postgres.thaw();
    postgres.start();
    Eventually.within(RESUMED, () -> assertThat(spooled(".webhook")).isEmpty());
  }

  @AfterAll
  void stopNode() {
    if (node != null) {
      node.close();
    }
    TestRun.current().sandbox().reset();
  }

  private int plaidSends(String name) {
    return arrives(body(name), signature(body(name)));
  }

  private int strangerSends(String name) {
    return arrives(body(name), signature(body("something else")));
  }

  private int arrives(byte[] body, String signature) {
    return node.anyone()
        .with(WebhookSigner.HEADER, signature)
        .postBytes("/webhooks/plaid/" + scenario.integration(), body)
        .status();
  }

  private byte[] body(String name) {
    return "{\"webhook_type\":\"TRANSACTIONS\",\"webhook_code\":\"%s\",\"mark\":\"%s\"}"
        .formatted(name, mark)
        .getBytes(UTF_8);
  }

  private String signature(byte[] body) {
    return WebhookSigner.sign(body, scenario.sandbox().plaid().keys().current(), Instant.now());
  }

  /** The names of this test's webhooks at Heron, in the order in which they came. */
  private List<String> relayed() {
    return scenario.sandbox().heron().relays().all().stream()
        .filter(relay -> new String(relay.body(), UTF_8).contains(mark))
        .filter(relay -> relay.verdict().isValid())
        .map(relay -> relay.code().orElse(""))
        .toList();
  }

  private List<Path> spooled(String ending) throws IOException {
    Path spool = Path.of(node.settings().environment().get("BRIDGE_SPOOL_DIRECTORY"));
    if (!Files.isDirectory(spool)) {
      return List.of();
    }
    try (var files = Files.list(spool)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  private List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "spooled-" + i).toList();
  }

  private long answers(String column) {
    return node.database()
        .number(
            "SELECT coalesce(sum("
                + column
                + "), 0) FROM webhook_answer WHERE integration = ?::uuid",
            scenario.integration());
  }

  private double metric(String name) {
    return node.anyone()
        .get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void webhooksAcceptedWhileTheDatabaseIsAwayReachHeronOnceItIsBack() throws IOException {
    long acceptedBefore = answers("accepted");
    postgres.stop();

    assertThat(names(5)).allSatisfy(name -> assertThat(plaidSends(name)).isEqualTo(200));
    assertThat(strangerSends("forged")).isEqualTo(401);
    assertThat(spooled(".webhook")).hasSize(5);
    Answer readiness = node.anyone().get("/health/ready");
    assertThat(readiness.status()).as(readiness.body()).isEqualTo(200);
    assertThat(readiness.body()).contains("\"name\":\"database\",\"status\":\"DOWN\"");
    assertThat(metric("bridge_spool_webhooks_files")).isEqualTo(5);
    assertThat(metric("bridge_spool_webhooks_bytes")).isPositive();
    assertThat(metric("bridge_database_up")).isZero();
    assertThat(metric("bridge_outbox_backlog")).isNaN();
    Instant back = Instant.now();
    postgres.start();

    Eventually.within(
        RESUMED,
        () ->
            assertThat(relayed())
                .containsExactlyInAnyOrder(
                    "beforehand", "spooled-0", "spooled-1", "spooled-2", "spooled-3", "spooled-4"));
    assertThat(spooled(".webhook")).isEmpty();
    assertThat(
            node.database()
                .column(
                    "SELECT webhook_code FROM received_webhook"
                        + " WHERE webhook_code LIKE 'spooled-%' AND received_at < ?::timestamptz"
                        + " ORDER BY received_at",
                    back.toString()))
        .containsSequence(names(5));
    assertThat(metric("bridge_database_up")).isEqualTo(1);
    assertThat(metric("bridge_outbox_backlog")).isNotNegative();
    Eventually.within(
        RESUMED,
        () -> {
          assertThat(answers("accepted") - acceptedBefore).isGreaterThanOrEqualTo(5);
          assertThat(refused("WRONG_BODY")).isPositive();
        });
  }

  private long refused(String reason) {
    return node.database()
        .number(
            "SELECT coalesce(sum(refused), 0) FROM refused_webhook"
                + " WHERE integration = ?::uuid AND reason = ?",
            scenario.integration(),
            reason);
  }

  @Test
  void fullSpoolAsksPlaidToSendAgain() {
    long rejectedBefore = answers("rejected");
    postgres.stop();
    assertThat(names(ROOM)).allSatisfy(name -> assertThat(plaidSends(name)).isEqualTo(200));

    assertThat(List.of("too-many", "too-many", "too-many"))
        .allSatisfy(name -> assertThat(plaidSends(name)).isEqualTo(503));

    Answer readiness = node.anyone().get("/health/ready");
    assertThat(readiness.status()).isEqualTo(503);
    assertThat(readiness.body()).contains("The spool for webhooks is full.");
    postgres.start();
    Eventually.within(
        RESUMED, () -> assertThat(relayed()).hasSize(1 + ROOM).doesNotContain("too-many"));
    Eventually.within(
        RESUMED,
        () -> {
          assertThat(answers("rejected") - rejectedBefore).isGreaterThanOrEqualTo(3);
          assertThat(metric("bridge_webhooks_rejected_share")).isBetween(0.05, 0.45);
        });
  }

  @Test
  void integrationThatThisNodeNeverSawIsLeftToPlaidsRetries() {
    postgres.stop();

    Answer answer =
        node.anyone()
            .with(WebhookSigner.HEADER, signature(body("whose")))
            .postBytes("/webhooks/plaid/" + UUID.randomUUID(), body("whose"));

    assertThat(answer.status()).isEqualTo(503);
  }

  @Test
  void webhooksOfAKilledNodeAreReplayedByItsNextStart() throws IOException {
    postgres.stop();
    assertThat(names(3)).allSatisfy(name -> assertThat(plaidSends(name)).isEqualTo(200));
    node.kill();
    Path torn = spooled(".webhook").get(0).resolveSibling("0".repeat(20) + "-torn.webhook");
    Files.write(torn, new byte[] {1, 2, 3});

    postgres.start();
    node.start().awaitReady();

    Eventually.within(
        RESUMED, () -> assertThat(relayed()).contains("spooled-0", "spooled-1", "spooled-2"));
    assertThat(spooled(".webhook")).isEmpty();
    assertThat(spooled(".unreadable")).hasSize(1);
    assertThat(metric("bridge_spool_webhooks_aside")).isEqualTo(1);
  }

  @Test
  void databaseThatHangsDoesNotKeepPlaidWaiting() {
    postgres.freeze();

    assertThat(names(3))
        .allSatisfy(
            name -> {
              long begin = System.nanoTime();
              assertThat(plaidSends(name)).isEqualTo(200);
              assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PLAIDS_PATIENCE);
            });
    assertThat(strangerSends("forged")).isEqualTo(401);
    assertThat(node.anyone().get("/health/ready").status()).isEqualTo(200);
    String ours = "The database is away";
    assertTurnedAway(node.api().get("/api/v1/integrations"), "application/problem+json", ours);
    assertTurnedAway(node.anyone().get("/admin/login"), "text/html", ours);
    String theirs = "What you connected stays connected.";
    assertTurnedAway(node.anyone().get("/connect/anything"), "text/html", theirs);
    postgres.thaw();

    Eventually.within(
        RESUMED, () -> assertThat(relayed()).contains("spooled-0", "spooled-1", "spooled-2"));
    assertThat(relayed()).doesNotHaveDuplicates();
    assertThat(node.api().get("/api/v1/integrations").status()).isEqualTo(200);
  }

  private static void assertTurnedAway(Answer answer, String type, String words) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(503);
    assertThat(answer.header("Content-Type")).contains(type);
    assertThat(answer.header("Retry-After")).isEqualTo("1");
    assertThat(answer.body()).contains(words);
  }
}
