package io.heronbridge.it.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heronbridge.integration.outbox.Outbox;
import io.heronbridge.it.probe.SealProbe;
import io.heronbridge.it.probe.TransactionProbe;
import io.heronbridge.persistence.outbox.MessageKind;
import io.heronbridge.persistence.secret.Purpose;
import io.heronbridge.persistence.secret.SealBrokenException;
import io.heronbridge.persistence.secret.Secret;
import io.heronbridge.persistence.secret.SecretCipher;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.EJBTransactionRequiredException;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One class, because the server is started for each. */
@ExtendWith(ArquillianExtension.class)
class TransactionsAndSealsIT {
  @EJB private TransactionProbe rows;
  @EJB private SealProbe seals;
  @EJB private Outbox outbox;
  @Inject private SecretCipher cipher;
  @Inject private UserTransaction transaction;

  @Deployment
  static Archive<?> application() {
    return Deployments.withTests(TransactionsAndSealsIT.class);
  }

  @Test
  void faultInABeanRollsBackTwoJpaWritesAndOneJdbcWrite() {
    String mark = mark();

    assertThatThrownBy(() -> rows.writeThreeAndFail(mark)).isInstanceOf(EJBException.class);

    assertThat(rows.count(mark)).isZero();
  }

  @Test
  void twoJpaWritesAndOneJdbcWriteCommitTogether() {
    String mark = mark();

    rows.writeThree(mark);

    assertThat(rows.count(mark)).isEqualTo(3);
  }

  @Test
  void beansJoinTheTransactionOfTheirCaller() throws Exception {
    String first = mark();
    String second = mark();

    transaction.begin();
    rows.writeThree(first);
    rows.writeThree(second);
    transaction.rollback();

    assertThat(rows.count(first) + rows.count(second)).isZero();
  }

  @Test
  void promiseNeedsABusinessTransaction() {
    assertThatThrownBy(
            () -> outbox.append(MessageKind.CREATE_LINK, UUID.randomUUID(), UUID.randomUUID()))
        .isInstanceOf(EJBTransactionRequiredException.class);
  }

  @Test
  void promiseVanishesWithItsTransaction() throws Exception {
    UUID integration = seals.addPausedIntegration();
    UUID subject = UUID.randomUUID();

    transaction.begin();
    outbox.append(MessageKind.CREATE_LINK, subject, integration);
    boolean promised = seals.hasMessageAbout(subject);
    transaction.rollback();

    assertThat(promised).isTrue();
    assertThat(seals.hasMessageAbout(subject)).isFalse();
  }

  @Test
  void promiseIsKeptWithItsTransaction() throws Exception {
    UUID integration = seals.addPausedIntegration();
    UUID subject = UUID.randomUUID();

    transaction.begin();
    outbox.append(MessageKind.CREATE_LINK, subject, integration);
    transaction.commit();

    assertThat(seals.hasMessageAbout(subject)).isTrue();
  }

  @Test
  void accessTokenOpensInItsOwnRowOnly() {
    UUID integration = seals.addPausedIntegration();
    String mine = seals.addItem(integration, new Secret("access-sandbox-mine"));
    String theirs = seals.addItem(integration, new Secret("access-sandbox-theirs"));
    assertThat(seals.accessTokenOf(mine)).contains(new Secret("access-sandbox-mine"));

    seals.moveAccessToken(theirs, mine);

    assertThat(seals.accessTokenOf(mine)).isEmpty();
  }

  @Test
  void sealedSecretOpensForItsOwnPurposeOnly() {
    UUID row = UUID.randomUUID();
    byte[] sealed = cipher.seal(Purpose.ACCESS_TOKEN, row, new Secret("a secret"));

    assertThat(cipher.openSecret(Purpose.ACCESS_TOKEN, row, sealed))
        .isEqualTo(new Secret("a secret"));
    assertThatThrownBy(() -> cipher.openSecret(Purpose.PUBLIC_TOKEN, row, sealed))
        .isInstanceOf(SealBrokenException.class);
  }

  private static String mark() {
    return "mark-" + UUID.randomUUID();
  }
}
