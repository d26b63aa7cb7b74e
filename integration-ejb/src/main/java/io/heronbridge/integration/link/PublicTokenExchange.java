package io.heronbridge.integration.link;

import static java.lang.System.Logger.Level.INFO;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.link.ExchangeStep.Ask;
import io.heronbridge.integration.link.ExchangeStep.Settled;
import io.heronbridge.integration.plaid.PlaidClient;
import io.heronbridge.integration.plaid.PlaidClient.ExchangedItem;
import io.heronbridge.integration.plaid.PlaidException;
import io.heronbridge.integration.problem.Complaint;
import io.heronbridge.integration.settings.Settings;
import io.heronbridge.integration.spool.ExchangeSpool;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Turns a public token into an item. Plaid's answer tells the access token once and never again, so
 * the token is noted before Plaid is asked, the answer is spooled to disk before anything else is
 * done with it, and both are taken up again after a crash.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class PublicTokenExchange {
  private static final System.Logger LOG = System.getLogger(PublicTokenExchange.class.getName());
  private static final Duration MARGIN = Duration.ofSeconds(5);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
  private static final long LOOK_AGAIN_MILLIS = 100;
  private static final int KEEP_TRIES = 20;
  private static final int MOST_AT_ONCE = 10;
  private static final int UNAVAILABLE = 503;

  @Inject ExchangeLedger ledger;
  @Inject ExchangeRecords records;
  @Inject ExchangeSpool spool;
  @Inject PlaidClient plaid;
  @Inject Settings settings;

  /** Exchanges, or waits for whoever is exchanging the same token. */
  public ExchangeResult exchange(ExchangeRequest request, Caller caller) {
    long end = System.nanoTime() + settings.attemptTimeout().plus(MARGIN).toNanos();
    do {
      ExchangeStep step = ledger.begin(request, caller);
      if (step instanceof Settled settled) {
        return settled.result();
      }
      if (step instanceof Ask ask) {
        return ask(ask);
      }
      pause(LOOK_AGAIN_MILLIS);
    } while (System.nanoTime() < end);
    return new ExchangeResult.Unavailable(
        UNAVAILABLE, "The same public token is being exchanged; ask again.", RETRY_AFTER);
  }

  /** Asks Plaid under a lease, and keeps whatever it answers. */
  public ExchangeResult ask(Ask ask) {
    Optional<ExchangedItem> answered = spool.find(ask.claimId());
    if (answered.isPresent()) {
      return keep(ask.claimId(), answered.get(), KEEP_TRIES);
    }
    ExchangedItem exchanged;
    try {
      exchanged = plaid.exchange(ask.target(), ask.publicToken());
    } catch (PlaidException e) {
      LOG.log(INFO, () -> "exchange claim=%s: %s".formatted(ask.claimId(), e.getMessage()));
      return records.fail(ask, e);
    }
    boolean spooled = spool.write(ask.claimId(), exchanged);
    ExchangeResult result =
        keep(ask.claimId(), exchanged, spooled ? KEEP_TRIES : Integer.MAX_VALUE);
    LOG.log(
        INFO,
        () ->
            "exchanged claim=%s item=%s request_id=%s"
                .formatted(ask.claimId(), exchanged.itemId(), exchanged.requestId()));
    return result;
  }

  /** Writes the answer to the database, however often it takes; the spool goes on after that. */
  private ExchangeResult keep(UUID claimId, ExchangedItem exchanged, int tries) {
    for (int i = 0; i < tries; i++) {
      try {
        ExchangeResult result = records.keep(claimId, exchanged);
        spool.forget(claimId);
        return result;
      } catch (EJBException e) {
        Complaint.log(LOG, () -> "exchange not stored yet claim=" + claimId, e);
        pause(LOOK_AGAIN_MILLIS * 5);
      }
    }
    spool.handOver(claimId);
    return new ExchangeResult.Unavailable(
        UNAVAILABLE, "The database is away; the bank is kept safe and will appear.", RETRY_AFTER);
  }

  /** Takes up what was left by a crash, of this node or another, or by a database that was away. */
  public void recover() {
    for (ExchangeSpool.Spooled spooled : spool.all()) {
      orLater(spooled.claimId(), () -> recover(spooled));
    }
    for (UUID claimId : ledger.abandoned(MOST_AT_ONCE)) {
      orLater(claimId, () -> ledger.takeOver(claimId).ifPresent(this::ask));
    }
  }

  private void recover(ExchangeSpool.Spooled spooled) {
    if (records.knows(spooled.claimId())) {
      keep(spooled.claimId(), spooled.exchanged(), 1);
    } else {
      spool.setAside(spooled.claimId());
    }
  }

  /** One that cannot be recovered must not keep the others from it. */
  private static void orLater(UUID claimId, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      Complaint.log(LOG, () -> "exchange not recovered yet claim=" + claimId, e);
    }
  }

  private static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
