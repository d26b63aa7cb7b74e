package io.heronbridge.benchmarks.product;

import static io.heronbridge.benchmarks.workload.Measure.higher;
import static io.heronbridge.benchmarks.workload.Measure.lower;

import com.google.gson.JsonObject;
import io.heronbridge.benchmarks.contender.Contender;
import io.heronbridge.benchmarks.lab.Lab;
import io.heronbridge.benchmarks.workload.Measure;
import io.heronbridge.benchmarks.workload.Outcome;
import io.heronbridge.sandbox.fault.FaultEffect;
import io.heronbridge.sandbox.fault.FaultMatch;
import io.heronbridge.sandbox.fault.FaultType;
import io.heronbridge.sandbox.http.Request;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Heron makes the link and the connection breaks before it can say so, in one call of ten. */
public final class AmbiguousSuccess implements ProductCase {
  private static final Measure DUPLICATES = lower("repeated posts at Heron", 0);
  private static final Measure BROKEN = higher("broken after success", 0);
  private static final Measure LINKED = higher("linked", 0);
  private static final Measure FAILED = lower("failed", 0);
  private static final Measure SECONDS = lower("s until all are settled", 1);
  private static final int ONE_IN = 10;

  private final int links;

  public AmbiguousSuccess(int links) {
    this.links = links;
  }

  @Override
  public String title() {
    return "%,d links, 10 %% of the posts broken off after they took effect".formatted(links);
  }

  @Override
  public List<Measure> measures() {
    return List.of(DUPLICATES, BROKEN, LINKED, FAILED, SECONDS);
  }

  @Override
  public Outcome run(Lab lab, Contender contender) throws Exception {
    try (Scene scene = Scene.open(lab)) {
      Ledger ledger = new Ledger();
      scene
          .sandbox()
          .faults()
          .always(
              FaultMatch.of("heron", "/links$").method("POST").when(ledger::breaks),
              FaultEffect.of(FaultType.RESET_AFTER));
      List<Map<String, Object>> items = scene.connectElsewhere(links);
      long begin = System.nanoTime();
      JsonObject settled = scene.importItems(items);
      return new Outcome()
          .put(DUPLICATES, ledger.repeated())
          .put(BROKEN, ledger.broken())
          .put(LINKED, settled.get("linked").getAsLong())
          .put(FAILED, settled.get("failed").getAsLong())
          .put(SECONDS, (System.nanoTime() - begin) / 1e9);
    }
  }

  /** What Heron was asked to make: every post, and which of them it answered by hanging up. */
  private static final class Ledger {
    private final Map<String, Integer> posts = new ConcurrentHashMap<>();
    private final AtomicInteger firsts = new AtomicInteger();
    private final AtomicInteger broken = new AtomicInteger();

    boolean breaks(Request request) {
      String item = request.json().orElseThrow().get("item_id").getAsString();
      boolean first = posts.merge(item, 1, Integer::sum) == 1;
      if (first && firsts.incrementAndGet() % ONE_IN == 0) {
        broken.incrementAndGet();
        return true;
      }
      return false;
    }

    int repeated() {
      return posts.values().stream().mapToInt(times -> times - 1).sum();
    }

    int broken() {
      return broken.get();
    }
  }
}
