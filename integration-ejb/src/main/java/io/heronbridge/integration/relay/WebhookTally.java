package io.heronbridge.integration.relay;

import io.heronbridge.integration.startup.DatabaseAwayException;
import io.heronbridge.integration.startup.DatabaseWatch;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Counts webhooks in memory and writes sums: strangers cannot make the database busy, and what
 * happened while it was away is counted too.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WebhookTally {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Inject TallyDesk desk;
  @Inject DatabaseWatch database;

  private final Sums<Refused> refused = new Sums<>();
  private final Sums<Answered> answered = new Sums<>();

  /** Webhooks not taken for one reason are counted together, by day. */
  public record Refused(UUID integration, Enum<?> reason) {}

  /**
   * Plaid's webhooks of one hour.
   *
   * @param accepted whether Plaid was answered 2xx
   */
  public record Answered(UUID integration, Instant hour, boolean accepted) {}

  /**
   * @param reason what Plaid's or Heron's door calls it
   */
  public void count(UUID integration, Enum<?> reason) {
    refused.count(new Refused(integration, reason));
  }

  /** A webhook of Plaid's that was accepted. */
  public void accepted(UUID integration, Instant receivedAt) {
    answered.count(new Answered(integration, hour(receivedAt), true));
  }

  /** A webhook at Plaid's door that was answered with something else than 2xx. */
  public void rejected(UUID integration, Instant receivedAt) {
    answered.count(new Answered(integration, hour(receivedAt), false));
  }

  private static Instant hour(Instant instant) {
    return instant.truncatedTo(ChronoUnit.HOURS);
  }

  @Schedule(second = "*/2", minute = "*", hour = "*", persistent = false)
  void write() {
    refused.writeTo((what, many) -> store(() -> desk.add(what, many)));
    answered.writeTo((what, many) -> store(() -> desk.add(what, many)));
  }

  private void store(Runnable change) throws DatabaseAwayException {
    database.ask(
        () -> {
          change.run();
          return true;
        },
        PATIENCE);
  }
}
