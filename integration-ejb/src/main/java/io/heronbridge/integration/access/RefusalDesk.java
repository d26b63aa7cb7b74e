package io.heronbridge.integration.access;

import io.heronbridge.integration.audit.AuditTrail;
import io.heronbridge.persistence.access.AdminUser;
import io.heronbridge.persistence.access.Origin;
import io.heronbridge.persistence.access.People;
import io.heronbridge.persistence.access.SignInRefusals;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes refused sign-ins down: the first, the tenth, the hundredth and so on of an hour, so that
 * no guesser fills the audit trail. A name that nobody has is not kept: people type passwords
 * there.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RefusalDesk {
  /** Name or password was wrong, or the person may not come in. */
  static final String REFUSED = "session.refuse";

  /** There were so many attempts that no password is compared for a while. */
  static final String SLOWED_DOWN = "session.slow_down";

  private static final String STRANGER = "stranger";
  private static final String UNKNOWN = "sign-in:unknown-name";

  @Inject People people;
  @Inject SignInRefusals refusals;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  public void note(String action, String typedName, Origin from) {
    Optional<String> known = people.administrator(typedName).map(AdminUser::username);
    Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
    long count = refusals.count(known.orElse(""), action, from, hour);
    if (isNoted(count)) {
      audit.record(
          STRANGER, action, known.map(name -> "user:" + name).orElse(UNKNOWN), detail(from, count));
    }
  }

  /** The powers of ten. */
  static boolean isNoted(long count) {
    long rest = count;
    while (rest >= 10 && rest % 10 == 0) {
      rest /= 10;
    }
    return rest == 1;
  }

  private static String detail(Origin from, long count) {
    String where =
        switch (from) {
          case THIS_MACHINE -> "from this machine";
          case PRIVATE_NETWORK -> "from a private network";
          case INTERNET -> "from the internet";
        };
    return count == 1 ? where : String.format(Locale.ENGLISH, "%s, %,d in this hour", where, count);
  }
}
