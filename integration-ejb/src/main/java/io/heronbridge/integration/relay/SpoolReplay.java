package io.heronbridge.integration.relay;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.heronbridge.integration.spool.WebhookSpool;
import io.heronbridge.integration.startup.BridgeReady;
import io.heronbridge.integration.startup.DatabaseAwayException;
import io.heronbridge.integration.startup.DatabaseWatch;
import io.heronbridge.persistence.secret.SealBrokenException;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Hands spooled webhooks to the database, in order of arrival, as soon as it is back. One thread of
 * its own also asks whether it is back, so that those at the door need not.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SpoolReplay {
  private static final System.Logger LOG = System.getLogger(SpoolReplay.class.getName());
  private static final long EVERY_MILLIS = 1000;
  private static final int LEARN_EVERY_ROUNDS = 10;
  private static final int MOST_TRIES = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Resource private ManagedThreadFactory threads;
  @Inject WebhookSpool spool;
  @Inject DatabaseWatch database;
  @Inject IntakeDesk desk;
  @Inject KnownIntegrations known;
  @Inject WebhookTally tally;

  /** How often the database has refused a file's webhook. */
  private final Map<String, Integer> refusals = new HashMap<>();

  private ScheduledExecutorService rounds;
  private long round;

  public void begin(@Observes BridgeReady ready) {
    if (rounds != null) {
      return;
    }
    rounds = Executors.newSingleThreadScheduledExecutor(threads);
    rounds.scheduleWithFixedDelay(this::round, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void end() {
    if (rounds != null) {
      rounds.shutdownNow();
    }
  }

  private void round() {
    try {
      if (!database.isBack()) {
        return;
      }
      if (round++ % LEARN_EVERY_ROUNDS == 0) {
        known.noteAll(database.ask(desk::targets, PATIENCE));
      }
      replay();
    } catch (Throwable e) {
      // Whatever it was: a node that replays no more is worse.
      LOG.log(WARNING, () -> "replay of spooled webhooks waits: " + e);
    }
  }

  private void replay() throws DatabaseAwayException {
    List<String> names = spool.names();
    refusals.keySet().retainAll(names);
    for (String name : names) {
      try {
        replay(name, Envelope.open(spool.open(name)));
      } catch (SealBrokenException e) {
        spool.setAside(name, "it does not open with this keyset");
      } catch (IOException e) {
        refused(name, e);
      }
    }
  }

  private void replay(String name, Letter letter) throws DatabaseAwayException {
    try {
      store(letter);
      spool.forget(name);
    } catch (DatabaseAwayException e) {
      // One row may be locked: the next file need not wait for it.
      if (!database.isBack()) {
        throw e;
      }
    } catch (RuntimeException e) {
      UUID integration = letter.integration();
      if (database.ask(() -> desk.target(integration), PATIENCE).isPresent()) {
        refused(name, e);
        return;
      }
      LOG.log(WARNING, () -> "spooled webhook of a deleted integration=" + integration);
      spool.forget(name);
    }
  }

  private void store(Letter letter) throws DatabaseAwayException {
    UUID integration = letter.integration();
    Optional<UUID> id = database.ask(() -> desk.keep(letter), PATIENCE);
    // Else it was stored by the request that brought it, after that had given up waiting.
    id.ifPresent(
        stored -> {
          tally.accepted(integration, letter.receivedAt());
          LOG.log(
              INFO, () -> "webhook replayed id=%s integration=%s".formatted(stored, integration));
        });
  }

  /** One that fails holds up no other, and is not tried for ever. */
  private void refused(String name, Exception why) {
    LOG.log(WARNING, () -> "spooled webhook not replayed file=" + name, why);
    if (refusals.merge(name, 1, Integer::sum) >= MOST_TRIES) {
      spool.setAside(name, why.getClass().getSimpleName());
    }
  }
}
