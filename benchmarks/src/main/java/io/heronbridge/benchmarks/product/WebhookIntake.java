package io.heronbridge.benchmarks.product;

import static io.heronbridge.benchmarks.workload.Measure.higher;
import static io.heronbridge.benchmarks.workload.Measure.lower;

import io.heronbridge.benchmarks.contender.Contender;
import io.heronbridge.benchmarks.lab.Lab;
import io.heronbridge.benchmarks.lab.Patience;
import io.heronbridge.benchmarks.workload.Measure;
import io.heronbridge.benchmarks.workload.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Plaid's webhooks arrive at a fixed rate, whatever the answers take. */
public final class WebhookIntake implements ProductCase {
  private static final Measure P99 = lower("p99 ms", 1);
  private static final Measure P50 = lower("p50 ms", 1);
  private static final Measure P999 = lower("p99.9 ms", 1);
  private static final Measure ACCEPTED = higher("accepted/s", 0);
  private static final Measure ERRORS = lower("errors", 0);
  private static final Measure PASSED = lower("forged and accepted", 0);
  private static final Measure LOST = lower("accepted, not yet at Heron", 0);
  private static final Measure SPOILED = lower("altered at Heron", 0);

  private static final int ITEMS = 100;
  private static final int WARM_RATE = 150;
  private static final int WARM_SECONDS = 60;
  private static final Duration RELAYING = Duration.ofSeconds(90);

  private final int rate;
  private final int seconds;

  public WebhookIntake(int rate, int seconds) {
    this.rate = rate;
    this.seconds = seconds;
  }

  @Override
  public String title() {
    return "%,d webhooks/s for %d s, 1 KB each, 5 %% with a wrong signature"
        .formatted(rate, seconds);
  }

  @Override
  public List<Measure> measures() {
    return List.of(P99, P50, P999, ACCEPTED, ERRORS, PASSED, LOST, SPOILED);
  }

  @Override
  public Outcome run(Lab lab, Contender contender) throws Exception {
    try (Scene scene = Scene.open(lab)) {
      List<Map<String, Object>> items = scene.connectElsewhere(ITEMS);
      scene.importItems(items);
      List<String> ids = items.stream().map(item -> item.get("item_id").toString()).toList();
      WebhookLoad load = new WebhookLoad(scene.webhookUrl(), scene.sandbox().plaid().keys(), ids);
      WebhookLoad.Tally warm = load.send(WARM_RATE, WARM_SECONDS);
      awaitRelayed(scene, warm.accepted());
      WebhookLoad.Tally tally = load.send(rate, seconds);
      awaitRelayed(scene, warm.accepted() + tally.accepted());
      return judge(scene, warm, tally);
    }
  }

  private static void awaitRelayed(Scene scene, long count) throws Exception {
    Patience.until(
        RELAYING, Duration.ofMillis(100), () -> scene.sandbox().heron().relays().count() >= count);
  }

  private Outcome judge(Scene scene, WebhookLoad.Tally warm, WebhookLoad.Tally tally) {
    long relayed = scene.sandbox().heron().relays().count() - warm.accepted();
    long altered =
        scene.sandbox().heron().relays().all().stream()
            .filter(relay -> !relay.verdict().isValid())
            .count();
    return new Outcome()
        .put(P99, tally.millis(99))
        .put(P50, tally.millis(50))
        .put(P999, tally.millis(99.9))
        .put(ACCEPTED, (double) tally.accepted() / seconds)
        .put(ERRORS, tally.errors())
        .put(PASSED, tally.forgedAccepted())
        .put(LOST, Math.max(0, tally.accepted() - relayed))
        .put(SPOILED, altered);
  }
}
