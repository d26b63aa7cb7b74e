package io.heronbridge.benchmarks.product;

import static io.heronbridge.benchmarks.workload.Measure.higher;
import static io.heronbridge.benchmarks.workload.Measure.lower;

import com.google.gson.JsonObject;
import io.heronbridge.benchmarks.contender.Contender;
import io.heronbridge.benchmarks.lab.Lab;
import io.heronbridge.benchmarks.lab.Patience;
import io.heronbridge.benchmarks.workload.Measure;
import io.heronbridge.benchmarks.workload.Outcome;
import io.heronbridge.sandbox.fault.FaultEffect;
import io.heronbridge.sandbox.fault.FaultMatch;
import io.heronbridge.sandbox.fault.FaultType;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Heron is away for a while, and one link of a hundred never works. */
public final class OutageAndPoison implements ProductCase {
  private static final Measure DRAIN = higher("drain in % of the limit", 1);
  private static final Measure RETURN = lower("s until the first link after the return", 1);
  private static final Measure SECONDS = lower("s from first to last healthy link", 1);
  private static final Measure DEAD = lower("healthy and given up", 0);
  private static final Measure LEFT = lower("healthy and not linked", 0);
  private static final Measure PASSED = lower("poison that was linked", 0);

  /** The default schedule, sixty times as fast. */
  private static final String SCHEDULE =
      "PT0.02S,PT0.1S,PT0.5S,PT2S,PT10S,PT30S,PT60S,PT120S,PT240S,PT300S,PT360S,PT360S,PT360S";

  /** Half an hour, sixty times as fast. */
  private static final Duration OUTAGE = Duration.ofSeconds(30);

  private static final int ONE_IN = 100;
  private static final double MINUTE = 60;
  private static final String LINKS = "/links$";
  private static final String AWAY = "away";
  private static final Duration PATIENCE = Duration.ofMinutes(20);
  private static final Duration STEP = Duration.ofMillis(100);

  private final int links;
  private final int limit;

  /**
   * @param limit requests a minute that the bridge may make
   */
  public OutageAndPoison(int links, int limit) {
    this.links = links;
    this.limit = limit;
  }

  @Override
  public String title() {
    return "%,d links at %,d a minute, 1 %% poison, Heron away for %d s, retries 60 times as fast"
        .formatted(links, limit, OUTAGE.toSeconds());
  }

  @Override
  public List<Measure> measures() {
    return List.of(DRAIN, RETURN, SECONDS, DEAD, LEFT, PASSED);
  }

  @Override
  public Outcome run(Lab lab, Contender contender) throws Exception {
    Scene.Plan plan = new Scene.Plan(1, limit, Map.of("BRIDGE_OUTBOX_RETRY_SCHEDULE", SCHEDULE));
    try (Scene scene = Scene.open(lab, plan)) {
      List<Map<String, Object>> items = scene.connectElsewhere(links);
      Set<String> poison = poison(items);
      scene
          .sandbox()
          .faults()
          .always(
              FaultMatch.of("heron", LINKS)
                  .method("POST")
                  .when(
                      request ->
                          poison.contains(
                              request.json().orElseThrow().get("item_id").getAsString())),
              FaultEffect.status(500, "{}"));
      scene
          .sandbox()
          .faults()
          .first(AWAY, FaultMatch.of("heron", ""), FaultEffect.of(FaultType.RESET_BEFORE));
      long away = System.nanoTime();
      String id = scene.beginImport(items);
      if (!Patience.until(
          PATIENCE,
          STEP,
          () -> System.nanoTime() - away >= OUTAGE.toNanos() && isRead(scene.imported(id)))) {
        throw new IOException("the import was not read");
      }
      scene.sandbox().faults().remove(AWAY);
      return drain(scene, id, links - poison.size());
    }
  }

  private static Set<String> poison(List<Map<String, Object>> items) {
    Set<String> poison = new HashSet<>();
    for (int i = 0; i < items.size(); i += ONE_IN) {
      poison.add(items.get(i).get("item_id").toString());
    }
    return poison;
  }

  private static boolean isRead(JsonObject found) {
    return found.get("status").getAsString().equals("done");
  }

  private Outcome drain(Scene scene, String id, int healthy) throws Exception {
    long back = System.nanoTime();
    Patience.until(PATIENCE, STEP, () -> linked(scene, id) > 0);
    long first = System.nanoTime();
    Patience.until(PATIENCE, STEP, () -> linked(scene, id) >= healthy);
    double seconds = (System.nanoTime() - first) / 1e9;
    long linked = linked(scene, id);
    long failed = scene.imported(id).get("failed").getAsLong();
    long wronglyDead = Math.max(0, failed - (links - healthy));
    return new Outcome()
        .put(DRAIN, 100 * linked * MINUTE / limit / seconds)
        .put(RETURN, (first - back) / 1e9)
        .put(SECONDS, seconds)
        .put(DEAD, wronglyDead)
        .put(LEFT, Math.max(0, healthy - linked))
        .put(PASSED, Math.max(0, linked - healthy));
  }

  private static long linked(Scene scene, String id) throws IOException, InterruptedException {
    return scene.imported(id).get("linked").getAsLong();
  }
}
