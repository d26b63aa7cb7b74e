package io.heronbridge.integration.relay;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.heronbridge.integration.spool.WebhookSpool;
import io.heronbridge.integration.startup.BridgeReady;
import io.heronbridge.integration.startup.DatabaseAwayException;
import io.heronbridge.integration.startup.DatabaseWatch;
import io.heronbridge.integration.startup.Rounds;
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
  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final int LEARN_EVERY_ROUNDS = 10;

  /** What cannot be read or stored is tried for more than a day, ever further apart. */
  private static final int MOST_TRIES = 300;

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Resource private ManagedThreadFactory threads;
  @Inject WebhookSpool spool;
  @Inject DatabaseWatch database;
  @Inject IntakeDesk desk;
  @Inject KnownIntegrations known;
  @Inject WebhookTally tally;

  /** Files that could not be replayed so far. */
  private final Map<String, Refusal> refusals = new HashMap<>();

  /**
   * A file that could not be replayed.
   *
   * @param again when it is tried again, by this machine's timer
   */
  private record Refusal(int tries, long again) {
    static final Refusal NONE = new Refusal(0, System.nanoTime());

    Refusal once() {
      long seconds = Math.min(LONGEST_WAIT.toSeconds(), 1L << Math.min(tries, 30));
      return new Refusal(tries + 1, System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds));
    }

    boolean waits() {
      return System.nanoTime() - again < 0;
    }
  }

  private final Rounds rounds = new Rounds(LOG, "replay of spooled webhooks waits", this::round);
  private ScheduledExecutorService ownThread;
  private long round;

  public void begin(@Observes BridgeReady ready) {
    if (ownThread == null) {
      ownThread = Executors.newSingleThreadScheduledExecutor(threads);
    }
    rounds.begin(ownThread, Duration.ZERO, EVERY);
  }

  @PreDestroy
  void end() {
    rounds.end();
    if (ownThread != null) {
      ownThread.shutdownNow();
    }
  }

  private void round() {
    if (!database.isBack()) {
      return;
    }
    try {
      if (round++ % LEARN_EVERY_ROUNDS == 0) {
        known.noteAll(database.ask(desk::targets, PATIENCE));
      }
      replay();
    } catch (DatabaseAwayException e) {
      LOG.log(WARNING, () -> "replay of spooled webhooks waits: " + e.getMessage());
    }
  }

  private void replay() throws DatabaseAwayException {
    List<String> names = spool.names();
    refusals.keySet().retainAll(names);
    for (String name : names) {
      if (!refusals.getOrDefault(name, Refusal.NONE).waits()) {
        replay(name);
      }
    }
  }

  private void replay(String name) throws DatabaseAwayException {
    try {
      replay(name, Envelope.open(spool.open(name)));
    } catch (SealBrokenException e) {
      spool.setAside(name, "it does not open with this keyset");
    } catch (IOException e) {
      refused(name, e);
    } catch (DatabaseAwayException e) {
      // One row may be locked: the next file need not wait for it.
      if (!database.isBack()) {
        throw e;
      }
      refused(name, e);
    }
  }

  private void replay(String name, Letter letter) throws DatabaseAwayException {
    try {
      store(letter);
      spool.forget(name);
    } catch (RuntimeException e) {
      UUID integration = letter.integration();
      if (database.ask(() -> desk.target(integration), PATIENCE).isPresent()) {
        refused(name, e);
      } else {
        LOG.log(WARNING, () -> "spooled webhook of a deleted integration=" + integration);
        spool.forget(name);
      }
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
    Refusal refusal = refusals.getOrDefault(name, Refusal.NONE).once();
    refusals.put(name, refusal);
    LOG.log(
        WARNING,
        () ->
            "spooled webhook not replayed file=%s tries=%d: %s"
                .formatted(name, refusal.tries(), why));
    if (refusal.tries() >= MOST_TRIES) {
      spool.setAside(name, why.getClass().getSimpleName());
    }
  }
}
