package io.heronbridge.benchmarks.product;

import static io.heronbridge.benchmarks.workload.Measure.lower;

import com.google.gson.JsonObject;
import io.heronbridge.benchmarks.contender.Contender;
import io.heronbridge.benchmarks.lab.Lab;
import io.heronbridge.benchmarks.lab.Patience;
import io.heronbridge.benchmarks.workload.Measure;
import io.heronbridge.benchmarks.workload.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Thousands of failed links are resent by one job; the node that is at it gets SIGKILL. */
public final class BulkResend implements ProductCase {
  private static final Measure RESUMED = lower("s until the other goes on", 2);
  private static final Measure PLAN = lower("s to plan", 2);
  private static final Measure TWICE = lower("resent twice", 0);
  private static final Measure MISSING = lower("not resent", 0);
  private static final Measure AT_KILL = lower("% resent at the kill", 0);
  private static final Measure SECONDS = lower("s from start to end", 1);

  private static final int NODES = 2;
  private static final int HERONS_PACE = 90;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration STEP = Duration.ofMillis(20);
  private static final Duration AT_ONCE = Duration.ofMillis(1);

  private final int links;

  public BulkResend(int links) {
    this.links = links;
  }

  @Override
  public String title() {
    return "%,d failed links, two nodes; the one that resends is killed at 50 %%".formatted(links);
  }

  @Override
  public List<Measure> measures() {
    return List.of(RESUMED, PLAN, TWICE, MISSING, AT_KILL, SECONDS);
  }

  @Override
  public Outcome run(Lab lab, Contender contender) throws Exception {
    try (Scene scene = Scene.open(lab, new Scene.Plan(NODES, HERONS_PACE, Map.of()))) {
      Map<String, Object> filter =
          Map.of("status", "failed", "integration_id", scene.integrationId());
      scene.api().post("/resend-jobs", filter); // The first plan of a process loads classes.
      try (FailedLinks failed = FailedLinks.put(lab, scene.integrationId(), links)) {
        Outcome outcome = new Outcome();
        long begin = System.nanoTime();
        JsonObject plan = scene.api().post("/resend-jobs", filter);
        outcome.put(PLAN, secondsSince(begin));
        scene.api().post("/integrations/" + scene.integrationId() + "/pause");
        resend(scene, plan.get("job_id").getAsString(), failed, outcome);
        return outcome;
      }
    }
  }

  private void resend(Scene scene, String job, FailedLinks failed, Outcome outcome)
      throws Exception {
    long begin = System.nanoTime();
    scene.api().post("/resend-jobs/" + job + "/start");
    AtomicLong worker = new AtomicLong();
    boolean found =
        Patience.until(
            PATIENCE,
            AT_ONCE,
            () -> {
              worker.set(failed.nodeAtWork());
              return worker.get() > 0 && 2 * failed.countedBy(job) >= links;
            });
    if (!found) {
      outcome.remark("nobody was found at work after the half");
      return;
    }
    scene.node((int) worker.get()).kill();
    long killed = System.nanoTime();
    Patience.until(PATIENCE, AT_ONCE, () -> failed.isGone(worker.get()));
    long before = failed.countedBy(job);
    outcome.put(AT_KILL, 100.0 * before / links);
    if (Patience.until(PATIENCE, STEP, () -> failed.countedBy(job) > before)) {
      outcome.put(RESUMED, secondsSince(killed));
    }
    if (Patience.until(PATIENCE, STEP, () -> failed.isDone(job))) {
      outcome.put(SECONDS, secondsSince(begin));
    }
    outcome.put(TWICE, failed.resentAgain()).put(MISSING, links - failed.resent());
  }

  private static double secondsSince(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }
}
