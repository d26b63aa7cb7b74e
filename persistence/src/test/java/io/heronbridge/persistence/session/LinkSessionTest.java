package io.heronbridge.persistence.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.persistence.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LinkSessionTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Instant END = NOW.plus(Duration.ofHours(1));

  private final LinkSession session = new LinkSession(null, null, null);

  LinkSessionTest() {
    session.admit(new Secret("token"), NOW, END);
  }

  @Test
  void sessionThatWasNeverOpenedExpires() {
    assertThat(session.state(NOW)).isEqualTo(LinkSessionState.FRESH);
    assertThat(session.state(END)).isEqualTo(LinkSessionState.EXPIRED);
  }

  @Test
  void sessionThatWasOpenedIsUsedUpInTheEnd() {
    session.open(new Secret("cookie"), NOW);

    assertThat(session.state(NOW)).isEqualTo(LinkSessionState.OPEN);
    assertThat(session.state(END)).isEqualTo(LinkSessionState.USED_UP);
  }

  @Test
  void openSessionCanBeRevokedOnce() {
    session.open(new Secret("cookie"), NOW);

    assertThat(session.revoke(NOW)).isTrue();
    assertThat(session.revoke(NOW.plusSeconds(5))).isFalse();
    assertThat(session.state(END)).isEqualTo(LinkSessionState.REVOKED);
    assertThat(session.revokedAt()).contains(NOW);
  }

  @Test
  void sessionThatHasEndedStaysAsItIs() {
    assertThat(session.revoke(END)).isFalse();
    assertThat(session.state(END)).isEqualTo(LinkSessionState.EXPIRED);
  }
}
