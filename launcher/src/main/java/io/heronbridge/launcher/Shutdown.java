package io.heronbridge.launcher;

import java.util.ArrayDeque;
import java.util.Deque;

/** Stops what was started, the last first, once; also when the process is told to end. */
final class Shutdown {
  private static final System.Logger LOG = System.getLogger(Shutdown.class.getName());
  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private boolean stopping;

  /** Remembers how to stop something; stops it at once when everything is stopping already. */
  void remember(AutoCloseable stop) {
    synchronized (this) {
      if (!stopping) {
        started.push(stop);
        return;
      }
    }
    close(stop);
  }

  synchronized boolean isStopping() {
    return stopping;
  }

  void stopAll() {
    synchronized (this) {
      stopping = true;
    }
    for (AutoCloseable next = poll(); next != null; next = poll()) {
      close(next);
    }
  }

  private synchronized AutoCloseable poll() {
    return started.poll();
  }

  private static void close(AutoCloseable stop) {
    try {
      stop.close();
    } catch (Exception e) {
      LOG.log(System.Logger.Level.WARNING, "something could not be stopped", e);
    }
  }
}
