package io.heronbridge.it.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.heronbridge.it.support.BridgeServer;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.TestRun;
import io.heronbridge.it.support.Workplace;
import io.heronbridge.sandbox.Sandbox;
import io.heronbridge.sandbox.fault.FaultEffect;
import io.heronbridge.sandbox.fault.FaultMatch;
import io.heronbridge.sandbox.heron.HeronSettings;
import io.heronbridge.sandbox.http.Delivery;
import io.heronbridge.sandbox.plaid.PlaidSettings;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/**
 * Each test keeps two nodes under load, does harm, ends it, waits until nothing waits any more, and
 * then settles accounts. {@code -Dbridge.chaos.seconds=60} makes every fault last longer.
 */
class ChaosIT {
  /** Read past the wire: what a node tells of a database that it does not reach is old. */
  private static final String UNSETTLED =
      """
      SELECT (SELECT count(*) FROM outbox_message)
           + (SELECT count(*) FROM public_token_claim WHERE state = 'STARTED')""";

  private static final Pattern SPOOLED =
      Pattern.compile("(?m)^bridge_spool_webhooks_files ([0-9.]+)$");

  private static final Duration EACH =
      Duration.ofSeconds(Integer.getInteger("bridge.chaos.seconds", 2));
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration LONGER_THAN_A_LEASE = Duration.ofSeconds(28);
  private static final Duration GATHERING = Duration.ofSeconds(5);
  private static final String LINKS = "/links$";
  private static final int OK = 200;
  private static final int CREATED = 201;

  private static TwoNodes nodes;

  private final Sandbox sandbox = TestRun.current().sandbox().sandbox();
  private Sightings sightings = new Sightings(sandbox);
  private String name;
  private Ledger ledger;
  private Load load;

  @BeforeAll
  static void startNodes() {
    TestRun.current().sandbox().reset();
    nodes = new TwoNodes();
  }

  @AfterAll
  static void stopNodes() {
    nodes.close();
    TestRun.current().sandbox().reset();
  }

  @BeforeEach
  void begin(TestInfo test) {
    awaitDrained();
    TestRun.current().sandbox().reset();
    sightings = new Sightings(sandbox);
    sandbox.heron().settings().switches().set(HeronSettings.RATE_LIMIT, 0L);
    // A link that is posted twice is made twice: nothing but the bridge prevents it.
    sandbox.heron().settings().switches().set(HeronSettings.DUPLICATE_LINK, "201");
    sandbox
        .plaid()
        .settings()
        .switches()
        .set(PlaidSettings.WEBHOOK_RETRY_DELAYS, List.of(500L, 1000L, 2000L, 5000L, 10_000L));
    name = test.getTestMethod().orElseThrow().getName();
    ledger = new Ledger(Workplace.folder("chaos").resolve(name + ".ledger"));
    load = new Load(nodes.lender(), ledger);
    goOnFor(EACH);
  }

  @AfterEach
  void end() {
    load.close();
    ledger.close();
    nodes.toHeron().heal();
    nodes.toDatabase().heal();
  }

  @Test
  void troubledNetworkToHeron() {
    harm(nodes.toHeron());

    settle();
  }

  @Test
  void troubledNetworkToTheDatabaseThenLostBackendsThenACrash() {
    harm(nodes.toDatabase());
    endBackends();
    nodes.postgres().crash();
    goOnFor(EACH);
    nodes.postgres().start();

    settle();
  }

  @Test
  void killedNode() {
    nodes.first().kill();
    goOnFor(EACH);
    nodes.first().start().awaitReady();

    settle();
  }

  @Test
  void frozenNodeWhoseLateResultsAreDiscarded() {
    String began = nodes.database().column("SELECT clock_timestamp()").get(0);
    sandbox
        .faults()
        .always(
            FaultMatch.of("heron", LINKS).method("POST"), FaultEffect.delay(Duration.ofSeconds(2)));
    goOnFor(EACH.plusSeconds(1));

    nodes.first().freeze();
    goOnFor(LONGER_THAN_A_LEASE);
    nodes.first().thaw();

    settle();
    assertThat(
            nodes
                .database()
                .number(
                    "SELECT count(*) FROM attempt"
                        + " WHERE outcome = 'ABANDONED' AND started_at >= ?::timestamptz",
                    began))
        .isPositive();
  }

  /** The load's time; nothing that happens in it is forgotten. */
  private void goOnFor(Duration time) {
    Duration past = Duration.ZERO;
    while (past.compareTo(time) < 0) {
      Duration left = time.minus(past);
      Duration step = left.compareTo(GATHERING) < 0 ? left : GATHERING;
      load.goOnFor(step);
      sightings.gather();
      past = past.plus(step);
    }
  }

  private void harm(Wire wire) {
    Map<String, Consumer<Wire>> harms = new TreeMap<>();
    harms.put("latency", it -> it.toClient(Toxic.latency(Duration.ofMillis(300))));
    harms.put("slow close", it -> it.toClient(Toxic.slowClose(Duration.ofSeconds(1))));
    harms.put("reset", it -> it.toClient(Toxic.resetPeer()));
    harms.put("truncation", it -> it.toClient(Toxic.limitData(100)));
    harms.put("stall", it -> it.toClient(Toxic.timeout(Duration.ofSeconds(1))));
    harms.put("narrow", it -> it.toServer(Toxic.bandwidth(4000)));
    harms.put("slices", it -> it.toServer(Toxic.slicer(50, Duration.ofMillis(5))));
    harms.put("down", Wire::down);
    harms.forEach(
        (fault, put) -> {
          put.accept(wire);
          goOnFor(EACH);
          wire.heal();
        });
  }

  private void endBackends() {
    Duration between = Duration.ofMillis(500);
    for (Duration past = Duration.ZERO; past.compareTo(EACH) < 0; past = past.plus(between)) {
      nodes
          .database()
          .column(
              "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                  + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
      goOnFor(between);
    }
  }

  private void settle() {
    load.stop();
    awaitDrained();
    Verdict links =
        new Verdict("links", ledger.attempted(), ledger.acknowledged(), linksMade(), dead());
    Set<String> accepted = sent(this::isAccepted);
    Map<String, Long> relayed = relayed();
    // Plaid may send one more meanwhile: what was relayed must be among what was sent by now.
    sightings.gather();
    Verdict webhooks = new Verdict("webhooks", sent(delivery -> true), accepted, relayed, Set.of());
    write(links, webhooks);

    assertThat(links.acknowledged()).hasSizeGreaterThan(10);
    assertThat(webhooks.acknowledged()).hasSizeGreaterThan(10);
    for (Verdict verdict : List.of(links, webhooks)) {
      assertThat(verdict.lost()).as("lost " + verdict.kind()).isEmpty();
      assertThat(verdict.unexpected()).as("unexpected " + verdict.kind()).isEmpty();
    }
    assertThat(links.duplicated()).as("links made twice").isEmpty();
    assertThat(links.dead()).as("given up without a cause").isEmpty();
  }

  private void awaitDrained() {
    Eventually.within(
        PATIENCE,
        () -> {
          sightings.gather();
          assertThat(sightings.deliveries())
              .noneMatch(delivery -> delivery.state() == Delivery.State.PENDING);
          assertThat(nodes.database().number(UNSETTLED)).isZero();
          assertThat(spooledAt(nodes.first()) + spooledAt(nodes.second())).isZero();
        });
  }

  private static long spooledAt(BridgeServer node) {
    Matcher files = SPOOLED.matcher(node.anyone().get("/metrics").body());
    assertThat(files.find()).isTrue();
    return (long) Double.parseDouble(files.group(1));
  }

  /** How often each link was made: the first and every repetition that Heron took. */
  private Map<String, Long> linksMade() {
    return sightings.posts().stream()
        .filter(request -> request.status() == CREATED)
        .map(
            request ->
                JsonParser.parseString(request.bodyText())
                    .getAsJsonObject()
                    .get("item_id")
                    .getAsString())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private Set<String> dead() {
    return Set.copyOf(
        nodes
            .database()
            .column(
                "SELECT i.item_id FROM integration_link l JOIN item i ON i.id = l.item"
                    + " WHERE l.status = 'FAILED'"));
  }

  private Set<String> sent(java.util.function.Predicate<Delivery> which) {
    return sightings.deliveries().stream()
        // Those about a Link session name no item and stay here.
        .filter(delivery -> delivery.mentions("\"item_id\""))
        .filter(which)
        .map(delivery -> webhook(delivery.parcel().body()))
        .collect(Collectors.toSet());
  }

  private boolean isAccepted(Delivery delivery) {
    return delivery.attempts().stream().anyMatch(attempt -> attempt.status() == OK);
  }

  private Map<String, Long> relayed() {
    return sandbox.heron().relays().all().stream()
        .filter(relay -> relay.status() == OK && relay.verdict().isValid())
        .map(relay -> webhook(relay.body()))
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private static String webhook(byte[] body) {
    var json = JsonParser.parseString(new String(body, java.nio.charset.StandardCharsets.UTF_8));
    return json.getAsJsonObject().get("item_id").getAsString()
        + " "
        + json.getAsJsonObject().get("webhook_code").getAsString();
  }

  private void write(Verdict... verdicts) {
    StringBuilder table = new StringBuilder(name).append('\n').append(Verdict.heading());
    for (Verdict verdict : verdicts) {
      table.append('\n').append(verdict.line());
    }
    System.getLogger(ChaosIT.class.getName()).log(System.Logger.Level.INFO, table::toString);
    try {
      Files.writeString(Workplace.folder("chaos").resolve(name + ".verdict"), table.append('\n'));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
