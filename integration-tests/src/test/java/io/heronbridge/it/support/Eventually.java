package io.heronbridge.it.support;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for what must come true, and tells what was still missing when it did not. */
public final class Eventually {
  private static final long PAUSE_NANOS = 50_000_000;

  private Eventually() {}

  /** What must come true: passes, or throws to say why not yet. */
  public interface Check {
    void run() throws Exception;
  }

  /** Repeats a check until it passes, for no longer than the limit. */
  public static void within(Duration limit, Check check) {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      try {
        check.run();
        return;
      } catch (FinalFailure e) {
        throw e;
      } catch (Exception | AssertionError e) {
        if (System.nanoTime() > end) {
          throw new AssertionError("not within " + limit + ": " + e.getMessage(), e);
        }
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** Waiting longer is useless. */
  public static final class FinalFailure extends AssertionError {
    private static final long serialVersionUID = 1L;

    public FinalFailure(String message) {
      super(message);
    }
  }
}
