package io.heronbridge.it.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.BridgeServer;
import io.heronbridge.it.support.BridgeSettings;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.PayaraMicro;
import io.heronbridge.it.support.TestRun;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A database sealed with one keyset is never served with another. */
class WrongKeysetIT {

  @Test
  void startStopsWithOneSentenceWhenTheKeysetIsNotTheDatabases() {
    BridgeSettings right = TestRun.current().payaraMicro().settings();
    BridgeSettings wrong = BridgeSettings.fresh("wrong-keyset", right.database());
    PayaraMicro kind = new PayaraMicro();
    try (BridgeServer server =
        BridgeServer.prepared("wrong-keyset", kind, kind.archive(), wrong).start().awaitLive()) {

      Eventually.within(
          Duration.ofSeconds(30),
          () -> assertThat(server.log()).content().contains("cannot start: "));

      Answer readiness = server.anyone().get("/health/ready");
      assertThat(readiness.status()).isEqualTo(503);
      assertThat(readiness.body()).contains("not the one this database was sealed with");
    }
  }
}
