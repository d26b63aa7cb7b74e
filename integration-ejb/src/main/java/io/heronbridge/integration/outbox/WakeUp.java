package io.heronbridge.integration.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells this node's dispatcher that there is work; any number of calls wake it once. */
@ApplicationScoped
public class WakeUp {
  private final Semaphore work = new Semaphore(0);

  public void now() {
    if (work.availablePermits() == 0) {
      work.release();
    }
  }

  void await(long millis) throws InterruptedException {
    if (work.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
      work.drainPermits();
    }
  }
}
