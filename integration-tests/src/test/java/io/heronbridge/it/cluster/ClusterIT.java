package io.heronbridge.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.LauncherProcess;
import io.heronbridge.it.support.Lender;
import io.heronbridge.it.support.TestRun;
import io.heronbridge.sandbox.Sandbox;
import io.heronbridge.sandbox.fault.FaultEffect;
import io.heronbridge.sandbox.fault.FaultMatch;
import io.heronbridge.sandbox.heron.SandboxIntegrationLink;
import io.heronbridge.sandbox.record.RecordedRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClusterIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration TAKEN_OVER = Duration.ofSeconds(35);
  private static final Duration LONGER_THAN_THE_NODE_LIVES = Duration.ofSeconds(20);
  private static final String LINKS = "/links$";
  private static final int VICTIM = 2;
  private static final int ORPHANS = 5;

  private final ExecutorService people = Executors.newCachedThreadPool();
  private final List<String> acknowledged = new CopyOnWriteArrayList<>();
  private final Object form = new Object();
  private volatile boolean over;
  private Sandbox sandbox;
  private LauncherProcess cluster;

  @BeforeEach
  void start() {
    TestRun.current().sandbox().reset();
    sandbox = TestRun.current().sandbox().sandbox();
    sandbox.heron().settings().switches().set("rate_limit_per_minute", 0L);
    cluster = LauncherProcess.start("cluster", "cluster", "--nodes", "3").awaitReady();
  }

  @AfterEach
  void stop() {
    over = true;
    people.shutdownNow();
    cluster.close();
    TestRun.current().sandbox().reset();
  }

  @Test
  void nobodyNoticesThatANodeIsKilled() {
    Lender lender = Lender.with(cluster::api);
    List<String> orphans = leaveToThink(lender.calling(() -> cluster.nodeAlone(VICTIM)));
    Operator operator = Operator.signedIn(cluster);
    CompletableFuture<Void> clicking = CompletableFuture.runAsync(() -> click(operator), people);
    CompletableFuture<Void> lending = CompletableFuture.runAsync(() -> lend(lender), people);
    Eventually.within(PATIENCE, () -> assertThat(operator.clicks()).isPositive());
    Eventually.within(PATIENCE, () -> assertThat(acknowledged).isNotEmpty());

    ProcessHandle killed = kill();

    Eventually.within(TAKEN_OVER, () -> orphans.forEach(this::isLinkedAtTheFirstAttempt));
    Eventually.within(PATIENCE, () -> assertThat(cluster.node(VICTIM)).isNotEqualTo(killed));
    over = true;
    lending.join();
    clicking.join();
    assertThat(operator.clicks()).isGreaterThan(10);
    assertThat(acknowledged).hasSizeGreaterThan(10);
    acknowledged.addAll(orphans);
    Eventually.within(PATIENCE, () -> acknowledged.forEach(this::isLinkedAtTheFirstAttempt));
    assertThat(everyLink()).containsExactlyInAnyOrderElementsOf(acknowledged);
    assertThat(submissions()).containsOnlyKeys(acknowledged).allSatisfy((item, n) -> once(n));
    assertThat(orphans).anySatisfy(this::wasFoundAtHeron);
    Eventually.within(
        PATIENCE,
        () -> assertThat(cluster.nodeAlone(VICTIM).get("/health/ready").status()).isEqualTo(200));
    linesOfEveryNodeTellTheirTraces();
    stopsAllItsNodes();
  }

  /** An attempt is in the trace of the exchange, whichever nodes made them. */
  private void linesOfEveryNodeTellTheirTraces() {
    List<JsonObject> lines =
        IntStream.rangeClosed(1, 3).mapToObj(cluster::lines).flatMap(List::stream).toList();
    assertThat(lines)
        .filteredOn(line -> line.get("message").getAsString().startsWith("attempt "))
        .isNotEmpty()
        .allMatch(line -> line.getAsJsonObject("fields").has("subject"))
        .allMatch(line -> line.get("trace_id").getAsString().matches("[0-9a-f]{32}"));
    assertThat(tracesOf(lines, "exchanged "))
        .containsAnyElementsOf(tracesOf(lines, "attempt kind=CREATE_LINK"));
  }

  private static Set<String> tracesOf(List<JsonObject> lines, String beginning) {
    return lines.stream()
        .filter(line -> line.get("message").getAsString().startsWith(beginning))
        .filter(line -> line.has("trace_id"))
        .map(line -> line.get("trace_id").getAsString())
        .collect(Collectors.toSet());
  }

  private void click(Operator operator) {
    while (!over) {
      operator.look();
      // A form on its way to a node that dies may be done or not, so none is on its way then.
      synchronized (form) {
        operator.addEndUser();
      }
    }
  }

  private ProcessHandle kill() {
    ProcessHandle victim = cluster.node(VICTIM);
    synchronized (form) {
      victim.destroyForcibly();
    }
    return victim;
  }

  private void lend(Lender lender) {
    while (!over) {
      lender.exchange(lender.choose()).ifPresent(acknowledged::add);
    }
  }

  /** Links that a node has submitted to a Heron who does not answer while the node lives. */
  private List<String> leaveToThink(Lender lender) {
    sandbox
        .faults()
        .next(
            ORPHANS,
            FaultMatch.of("heron", LINKS).method("POST"),
            FaultEffect.delay(LONGER_THAN_THE_NODE_LIVES));
    List<String> items =
        IntStream.range(0, ORPHANS)
            .mapToObj(number -> lender.exchange(lender.choose()).orElseThrow())
            .toList();
    Eventually.within(PATIENCE, () -> assertThat(submissions().keySet()).containsAll(items));
    return items;
  }

  private List<String> everyLink() {
    return sandbox.heron().links().all().stream().map(SandboxIntegrationLink::itemId).toList();
  }

  private Map<String, Long> submissions() {
    return sandbox.requests().matching("heron", LINKS).stream()
        .filter(request -> request.method().equals("POST"))
        .map(ClusterIT::item)
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private static String item(RecordedRequest request) {
    return JsonParser.parseString(request.bodyText())
        .getAsJsonObject()
        .get("item_id")
        .getAsString();
  }

  private static void once(long number) {
    assertThat(number).isEqualTo(1);
  }

  private void isLinkedAtTheFirstAttempt(String item) {
    JsonObject link = link(item);
    assertThat(link.get("status").getAsString()).as(link.toString()).isEqualTo("linked");
    assertThat(link.get("attempts").getAsInt()).as(link.toString()).isEqualTo(1);
  }

  /** Somebody took the submission over, looked first, and did not post again. */
  private void wasFoundAtHeron(String item) {
    String id = link(item).get("id").getAsString();
    assertThat(cluster.api().get("/api/v1/integration-links/" + id).body())
        .contains("\"confirmed\"");
  }

  private JsonObject link(String item) {
    return cluster.api().get("/api/v1/items/" + item).json().getAsJsonObject("integration_link");
  }

  private void stopsAllItsNodes() {
    List<ProcessHandle> nodes = IntStream.rangeClosed(1, 3).mapToObj(cluster::node).toList();
    cluster.close();
    assertThat(nodes).noneMatch(ProcessHandle::isAlive);
  }
}
