package io.heronbridge.integration.repetition;

import static java.lang.System.Logger.Level.WARNING;

import io.heronbridge.integration.repetition.Beginning.Begun;
import io.heronbridge.integration.settings.Settings;
import io.heronbridge.persistence.repetition.ApiAnswer;
import io.heronbridge.persistence.repetition.ApiAnswers;
import io.heronbridge.persistence.secret.Purpose;
import io.heronbridge.persistence.secret.SecretCipher;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Begins calls, keeps their answers, sealed, and gives back those that came to nothing. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RepetitionDesk {
  private static final System.Logger LOG = System.getLogger(RepetitionDesk.class.getName());

  /** The calls to Plaid or Heron that one request may make, one after the other. */
  private static final int CALLS = 3;

  private static final Duration OWN_WORK = Duration.ofSeconds(30);

  @Inject ApiAnswers answers;
  @Inject SecretCipher cipher;
  @Inject Settings settings;

  /**
   * @param scope SHA-256 of whose key it is, and for what
   * @param fingerprint SHA-256 of the request; empty while a long body is still arriving
   */
  public Beginning begin(byte[] scope, Optional<byte[]> fingerprint) {
    try {
      UUID attempt = UUID.randomUUID();
      if (answers.begin(scope, attempt, fingerprint, lease())) {
        return new Begun(scope, attempt);
      }
      // Given back between the two statements: the caller asks again.
      return answers
          .find(scope)
          .map(found -> met(found, fingerprint))
          .orElseGet(Beginning.UnderWay::new);
    } catch (SQLException e) {
      throw unusable(e);
    }
  }

  private Duration lease() {
    return settings.attemptTimeout().multipliedBy(CALLS).plus(OWN_WORK);
  }

  private Beginning met(ApiAnswer found, Optional<byte[]> fingerprint) {
    if (found.sealed().isPresent()) {
      byte[] answer =
          cipher.open(Purpose.API_ANSWER, found.attempt(), found.sealed().orElseThrow());
      return new Beginning.Answered(found.fingerprint().orElseThrow(), answer);
    }
    boolean differs =
        found.fingerprint().isPresent()
            && fingerprint.isPresent()
            && !MessageDigest.isEqual(found.fingerprint().get(), fingerprint.get());
    return differs ? new Beginning.AnotherRequest() : new Beginning.UnderWay();
  }

  /** Goes on holding a call whose body takes long to arrive. */
  public void renew(Begun call) {
    try {
      answers.renew(call.scope(), call.attempt(), lease());
    } catch (SQLException e) {
      throw unusable(e);
    }
  }

  /**
   * Keeps an answer for a day.
   *
   * @param answer in clear; it may hold tokens
   */
  public void keep(Begun call, byte[] fingerprint, byte[] answer) {
    byte[] sealed = cipher.seal(Purpose.API_ANSWER, call.attempt(), answer);
    try {
      if (!answers.keep(call.scope(), call.attempt(), fingerprint, sealed)) {
        LOG.log(WARNING, () -> "answer not kept, the lease had ended attempt=" + call.attempt());
      }
    } catch (SQLException e) {
      throw unusable(e);
    }
  }

  /** Nothing was decided: whoever repeats the call does it anew. */
  public void giveBack(Begun call) {
    try {
      answers.forget(call.scope(), call.attempt());
    } catch (SQLException e) {
      throw unusable(e);
    }
  }

  private static IllegalStateException unusable(SQLException e) {
    return new IllegalStateException("answers of the API cannot be kept or found", e);
  }
}
