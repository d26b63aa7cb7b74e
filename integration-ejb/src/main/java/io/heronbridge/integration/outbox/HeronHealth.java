package io.heronbridge.integration.outbox;

import io.heronbridge.integration.outbox.Delivery.Call;
import io.heronbridge.integration.settings.RetrySchedule;
import io.heronbridge.integration.settings.Settings;
import io.heronbridge.persistence.integration.HeronBreakers;
import io.heronbridge.persistence.integration.HeronBreakers.Rule;
import io.heronbridge.persistence.outbox.AttemptOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Learns from outcomes whether an integration's Heron is well, for its circuit breaker. */
@ApplicationScoped
public class HeronHealth {
  /** In a row, over all nodes. */
  private static final int FAILURES = 10;

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final Duration PAUSE_WITHOUT_SCHEDULE = Duration.ofSeconds(30);
  private static final Set<AttemptOutcome> FAILED =
      EnumSet.of(
          AttemptOutcome.TIMEOUT,
          AttemptOutcome.CONNECTION,
          AttemptOutcome.TLS_FAILED,
          AttemptOutcome.SERVER_ERROR,
          AttemptOutcome.GARBLED);

  private HeronBreakers breakers;
  private RetrySchedule schedule;

  protected HeronHealth() {}

  @Inject
  HeronHealth(HeronBreakers breakers, Settings settings) {
    this(breakers, settings.retrySchedule());
  }

  /**
   * @param schedule of links: Heron is probed as often as a link would be tried again
   */
  public HeronHealth(HeronBreakers breakers, RetrySchedule schedule) {
    this.breakers = breakers;
    this.schedule = schedule;
  }

  /** How an integration's calls went within one batch. */
  private static final class Tally {
    private int failed;
    private boolean answered;
    private String reason = "";

    void count(Call call) {
      if (FAILED.contains(call.outcome())) {
        failed++;
        // What Heron said may be nothing.
        reason = call.detail().replaceFirst(":?\\s*$", "");
      } else {
        answered = true;
      }
    }
  }

  /** In the transaction that records the outcomes; in the order in which everybody locks. */
  void learnFrom(List<Finished> batch) throws SQLException {
    Map<UUID, Tally> tallies = new TreeMap<>();
    for (Finished finished : batch) {
      if (finished.lease().queue().priority().needsHeronsKey()) {
        finished
            .delivery()
            .call()
            .filter(call -> call.outcome() != AttemptOutcome.ABANDONED)
            .ifPresent(call -> tally(tallies, finished).count(call));
      }
    }
    for (Map.Entry<UUID, Tally> entry : tallies.entrySet()) {
      Tally tally = entry.getValue();
      if (tally.answered) {
        breakers.close(List.of(entry.getKey()));
      } else {
        breakers.fail(entry.getKey(), tally.failed, tally.reason, rule());
      }
    }
  }

  private static Tally tally(Map<UUID, Tally> tallies, Finished finished) {
    return tallies.computeIfAbsent(finished.lease().integration(), id -> new Tally());
  }

  /** Once a minute at least. */
  private Rule rule() {
    List<Duration> pauses =
        schedule.waits().stream()
            .map(wait -> wait.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait)
            .toList();
    return new Rule(FAILURES, pauses.isEmpty() ? List.of(PAUSE_WITHOUT_SCHEDULE) : pauses);
  }
}
