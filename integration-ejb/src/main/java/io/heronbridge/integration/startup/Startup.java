package io.heronbridge.integration.startup;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.heronbridge.integration.settings.UnusableSettingException;
import io.heronbridge.persistence.database.Schema;
import io.heronbridge.persistence.secret.Canary;
import io.heronbridge.persistence.secret.SecretCipher;
import io.heronbridge.persistence.secret.UnusableKeysetException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Brings the application from deployed to ready, however long the database takes to come. */
@Singleton
@jakarta.ejb.Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Startup {
  private static final System.Logger LOG = System.getLogger(Startup.class.getName());
  private static final int RETRY_SECONDS = 1;

  @Resource(lookup = BridgeDatabase.JNDI)
  private DataSource dataSource;

  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject Foundations foundations;
  @Inject ClockKeeper clocks;
  @Inject Event<BridgeReady> ready;

  private volatile Phase phase = Phase.WAITING_FOR_DATABASE;
  private volatile String explanation = "The database has not answered yet.";
  private volatile boolean stopping;

  /** How far the start has come. */
  public enum Phase {
    WAITING_FOR_DATABASE,
    READY,
    /** A person must act; {@link Startup#explanation()} says how. */
    BROKEN
  }

  @PostConstruct
  void begin() {
    try {
      foundations.settings();
      foundations.cipher();
    } catch (UnusableSettingException | UnusableKeysetException e) {
      LOG.log(ERROR, () -> "cannot start: " + e.getMessage());
      throw e;
    }
    attempt();
  }

  @PreDestroy
  void stop() {
    stopping = true;
  }

  private void attempt() {
    try {
      SecretCipher cipher = foundations.cipher();
      Schema.migrate(dataSource);
      new Canary(dataSource, cipher).check();
      clocks.keep();
      ready.fire(new BridgeReady());
      phase = Phase.READY;
      explanation = "";
      LOG.log(INFO, "heron bridge is ready");
    } catch (UnusableKeysetException e) {
      giveUp(e.getMessage());
    } catch (Exception e) {
      DatabaseFault fault = DatabaseFault.of(e);
      if (fault.isForAPerson()) {
        giveUp(fault.sentence());
      } else {
        tryAgainLater(fault);
      }
    }
  }

  private void giveUp(String sentence) {
    phase = Phase.BROKEN;
    explanation = sentence;
    LOG.log(ERROR, () -> "cannot start: " + sentence);
  }

  private void tryAgainLater(DatabaseFault fault) {
    if (!fault.sentence().equals(explanation)) {
      LOG.log(WARNING, () -> "waiting for the database: " + fault.sentence());
    }
    explanation = fault.sentence();
    if (!stopping) {
      scheduler.schedule(this::attempt, RETRY_SECONDS, TimeUnit.SECONDS);
    }
  }

  public Phase phase() {
    return phase;
  }

  /** One sentence on why the application is not ready; empty when it is. */
  public String explanation() {
    return explanation;
  }
}
