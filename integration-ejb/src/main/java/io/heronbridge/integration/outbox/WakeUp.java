package io.heronbridge.integration.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells dispatchers that there is work; any number of calls wake each of them once. */
@ApplicationScoped
public class WakeUp {
  private final Semaphore here = new Semaphore(0);
  private final Semaphore elsewhere = new Semaphore(0);

  /** Wakes this node's dispatcher. */
  public void here() {
    raise(here);
  }

  /** Wakes the dispatchers of all nodes. */
  public void everywhere() {
    raise(here);
    raise(elsewhere);
  }

  private static void raise(Semaphore flag) {
    if (flag.availablePermits() == 0) {
      flag.release();
    }
  }

  /** Waits until somebody wakes this node, or the time is over. */
  void awaitHere(long millis) throws InterruptedException {
    if (here.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
      here.drainPermits();
    }
  }

  /** Waits until there is something to tell the other nodes. */
  void awaitElsewhere() throws InterruptedException {
    elsewhere.acquire();
    elsewhere.drainPermits();
  }
}
