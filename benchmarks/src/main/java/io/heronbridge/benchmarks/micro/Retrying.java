package io.heronbridge.benchmarks.micro;

import io.heronbridge.integration.settings.RetrySchedule;
import java.time.Duration;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The wait after an attempt that failed. */
@State(Scope.Benchmark)
public class Retrying {
  private final RetrySchedule schedule = RetrySchedule.parse("PT1S,PT5S,PT30S,PT2M,PT10M,PT30M");
  private int attempts;

  @Benchmark
  public Optional<Duration> nextWait() {
    attempts = attempts % schedule.attempts() + 1;
    return schedule.waitAfter(attempts, 0.5);
  }
}
