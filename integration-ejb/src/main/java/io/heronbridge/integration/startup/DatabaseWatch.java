package io.heronbridge.integration.startup;

import io.heronbridge.integration.trace.CurrentTrace;
import io.heronbridge.persistence.database.DatabaseProbe;
import io.heronbridge.persistence.database.DatabaseProbe.Finding;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Asks the database on behalf of those who cannot wait for it. Once it was found away nobody asks
 * it, until {@link #isBack()} has found it again.
 */
@ApplicationScoped
public class DatabaseWatch {
  @Resource private ManagedThreadFactory threads;

  private Questions questions;

  @PostConstruct
  void open() {
    questions = new Questions(threads, new DatabaseProbe()::ask);
  }

  @PreDestroy
  void close() {
    questions.close();
  }

  /**
   * What the database answers, unless it is away or does not answer in time.
   *
   * @param question a transaction of its own; it may commit later all the same
   * @throws RuntimeException what the question threw, when the database is there
   */
  public <T> T ask(Supplier<T> question, Duration patience) throws DatabaseAwayException {
    return questions.ask(CurrentTrace.carry(question), patience);
  }

  /** Whether the database is there; looks, when it was found away. */
  public boolean isBack() {
    return questions.isBack();
  }

  /** Whether PostgreSQL was found away and does not answer now; one caller at a time looks. */
  public boolean isSilent() {
    return questions.isSilent();
  }

  /** What PostgreSQL says, half a second ago at most; known within a few seconds. */
  public Finding probed() {
    return questions.probed();
  }
}
