package io.heronbridge.benchmarks.lab;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waiting for something to become true. */
public final class Patience {
  private Patience() {}

  /** Looks again and again; the answer is whether it became true in time. */
  public static boolean until(Duration atMost, Duration step, Callable<Boolean> condition)
      throws Exception {
    long end = System.nanoTime() + atMost.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > end) {
        return false;
      }
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      LockSupport.parkNanos(step.toNanos());
    }
    return true;
  }
}
