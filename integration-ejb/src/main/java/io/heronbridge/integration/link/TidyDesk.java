package io.heronbridge.integration.link;

import io.heronbridge.persistence.callback.HeronCallbacks;
import io.heronbridge.persistence.repetition.ApiAnswers;
import io.heronbridge.persistence.session.LinkExits;
import io.heronbridge.persistence.session.LinkSessions;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Deletes what nobody will ask for. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class TidyDesk {
  private static final Duration SESSIONS_KEPT = Duration.ofDays(1);
  private static final Duration REPORTS_KEPT = Duration.ofDays(90);
  static final int MOST_AT_ONCE = 500;

  @Inject LinkSessions sessions;
  @Inject LinkExits exits;
  @Inject HeronCallbacks callbacks;
  @Inject ApiAnswers answers;
  @Inject Clock clock;

  /** Sessions that ended a day ago and led to nothing; those that led to an item are its story. */
  public List<UUID> forgetUnservedSessions() {
    return sessions.forgetUnserved(clock.instant().minus(SESSIONS_KEPT), MOST_AT_ONCE);
  }

  /** Exits of three months ago; tells how many. */
  public int forgetOldExits() {
    return exits.forgetOlderThan(clock.instant().minus(REPORTS_KEPT));
  }

  /** Heron's callbacks of three months ago; tells how many. */
  public int forgetOldCallbacks() {
    return callbacks.forgetOlderThan(clock.instant().minus(REPORTS_KEPT));
  }

  /** Some answers that no Idempotency-Key brings back any more; tells how many. */
  public int forgetOldAnswers() throws SQLException {
    return answers.forgetOld(MOST_AT_ONCE);
  }
}
