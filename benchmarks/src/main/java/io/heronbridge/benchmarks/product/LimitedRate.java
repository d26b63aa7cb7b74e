package io.heronbridge.benchmarks.product;

import static io.heronbridge.benchmarks.workload.Measure.higher;
import static io.heronbridge.benchmarks.workload.Measure.lower;

import com.google.gson.JsonObject;
import io.heronbridge.benchmarks.contender.Contender;
import io.heronbridge.benchmarks.lab.Lab;
import io.heronbridge.benchmarks.workload.Measure;
import io.heronbridge.benchmarks.workload.Outcome;
import io.heronbridge.sandbox.heron.HeronSettings;
import io.heronbridge.sandbox.record.RecordedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Heron counts a rolling minute, says so in its headers, and answers 429 to what is too much. */
public final class LimitedRate implements ProductCase {
  private static final Measure RATIO = lower("time of ideal", 3);
  private static final Measure SECONDS = lower("s until all are settled", 1);
  private static final Measure WORST = lower("429s in the worst minute", 0);
  private static final Measure REFUSED = lower("429s", 0);
  private static final Measure OTHERS = lower("calls beside the posts", 0);
  private static final Measure LINKED = higher("linked", 0);
  private static final Measure FAILED = lower("failed", 0);
  private static final int TOO_MANY_REQUESTS = 429;
  private static final double MINUTE = 60;

  private final int links;
  private final int allowed;
  private final int configured;

  /**
   * @param allowed requests that Heron takes in a minute
   * @param configured requests a minute that the bridge was told it may make
   */
  public LimitedRate(int links, int allowed, int configured) {
    this.links = links;
    this.allowed = allowed;
    this.configured = configured;
  }

  @Override
  public String title() {
    return "%,d links on two nodes told %,d a minute; Heron takes %,d a minute"
        .formatted(links, configured, allowed);
  }

  @Override
  public List<Measure> measures() {
    return List.of(RATIO, SECONDS, WORST, REFUSED, OTHERS, LINKED, FAILED);
  }

  @Override
  public Outcome run(Lab lab, Contender contender) throws Exception {
    try (Scene scene = Scene.open(lab, new Scene.Plan(2, configured, Map.of()))) {
      List<Map<String, Object>> items = scene.connectElsewhere(links);
      scene
          .sandbox()
          .heron()
          .settings()
          .switches()
          .set(HeronSettings.RATE_LIMIT, Long.valueOf(allowed));
      scene.sandbox().requests().clear();
      Instant begin = Instant.now();
      JsonObject settled = scene.importItems(items);
      double seconds = Duration.between(begin, Instant.now()).toMillis() / 1e3;
      List<RecordedRequest> calls = scene.sandbox().requests().matching("heron", "/api/");
      List<Instant> refused = refused(calls);
      return new Outcome()
          .put(RATIO, seconds / (links * MINUTE / allowed))
          .put(SECONDS, seconds)
          .put(WORST, inTheWorstMinute(refused, begin))
          .put(REFUSED, refused.size())
          .put(OTHERS, calls.stream().filter(call -> !call.method().equals("POST")).count())
          .put(LINKED, settled.get("linked").getAsLong())
          .put(FAILED, settled.get("failed").getAsLong());
    }
  }

  private static List<Instant> refused(List<RecordedRequest> calls) {
    return calls.stream()
        .filter(call -> call.status() == TOO_MANY_REQUESTS)
        .map(RecordedRequest::at)
        .toList();
  }

  /** Minutes are counted from the begin. */
  static long inTheWorstMinute(List<Instant> moments, Instant begin) {
    return moments.stream()
        .map(moment -> Duration.between(begin, moment).toMinutes())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .values()
        .stream()
        .mapToLong(Long::longValue)
        .max()
        .orElse(0);
  }
}
