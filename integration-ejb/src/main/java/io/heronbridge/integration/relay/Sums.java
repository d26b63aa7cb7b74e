package io.heronbridge.integration.relay;

import static java.lang.System.Logger.Level.WARNING;

import io.heronbridge.integration.startup.DatabaseAwayException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts that wait in memory for the database. */
final class Sums<K> {
  private static final System.Logger LOG = System.getLogger(Sums.class.getName());

  private final Map<K, Long> counts = new ConcurrentHashMap<>();

  /** Where sums go. */
  interface Ledger<K> {
    /**
     * @throws DatabaseAwayException when it should be tried again
     */
    void add(K what, long many) throws DatabaseAwayException;
  }

  void count(K what) {
    counts.merge(what, 1L, Long::sum);
  }

  /** Hands over every sum; all that remain wait for the next time when the database is away. */
  void writeTo(Ledger<K> ledger) {
    for (K what : counts.keySet()) {
      Long many = counts.remove(what);
      if (many == null) {
        continue;
      }
      try {
        ledger.add(what, many);
      } catch (DatabaseAwayException e) {
        counts.merge(what, many, Long::sum);
        return;
      } catch (RuntimeException e) {
        LOG.log(WARNING, () -> "webhooks not counted: " + e.getMessage());
      }
    }
  }
}
