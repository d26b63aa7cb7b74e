package io.heronbridge.integration.relay;

import static java.lang.System.Logger.Level.WARNING;

import io.heronbridge.integration.problem.DatabaseOutage;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts webhooks that were not taken in memory and writes sums: strangers cannot make the database
 * busy.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RefusedTally {
  private static final System.Logger LOG = System.getLogger(RefusedTally.class.getName());

  @Inject RefusedDesk desk;

  private final Map<Entry, Long> counts = new ConcurrentHashMap<>();

  /** What is counted together. */
  public record Entry(UUID integration, Enum<?> reason) {}

  /**
   * @param reason what Plaid's or Heron's door calls it
   */
  public void count(UUID integration, Enum<?> reason) {
    counts.merge(new Entry(integration, reason), 1L, Long::sum);
  }

  @Schedule(second = "*/2", minute = "*", hour = "*", persistent = false)
  void write() {
    for (Entry entry : counts.keySet()) {
      Long count = counts.remove(entry);
      if (count == null) {
        continue;
      }
      try {
        desk.add(entry, count);
      } catch (RuntimeException e) {
        LOG.log(WARNING, () -> "refused webhooks not counted: " + e.getMessage());
        if (DatabaseOutage.isAt(e)) {
          counts.merge(entry, count, Long::sum);
          return;
        }
      }
    }
  }
}
