package io.heronbridge.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VerdictTest {
  private final Verdict verdict = new Verdict();

  @Test
  void theApplicationsOwnSentenceIsRelayed() {
    verdict.hear("2026-01-01T00:00:00.000Z ERROR startup.Startup cannot start: Mend x.");
    verdict.hear("2026-01-01T00:00:01.000Z ERROR other Exception while loading the app");

    assertThat(verdict.refusal()).contains("Mend x.");
  }

  @Test
  void waitingForTheDatabaseIsNoRefusal() {
    verdict.hear("2026-01-01T00:00:00.000Z WARN  startup.Startup waiting for the database: wait");
    verdict.hear("2026-01-01T00:00:00.000Z INFO  relay.Relay cannot start: words of a webhook");

    assertThat(verdict.refusal()).isEmpty();
  }

  @Test
  void failedDeploymentIsTold() {
    verdict.hear("2026-01-01T00:00:01.000Z ERROR core Exception while loading the app : broken");

    assertThat(verdict.refusal()).get().asString().contains("could not be deployed");
  }

  @Test
  void errorThatIsWrittenAsJsonIsHeardToo() {
    Verdict verdict = new Verdict();

    verdict.hear("{\"level\":\"INFO\",\"message\":\"cannot start: not an error\"}");
    assertThat(verdict.refusal()).isEmpty();
    verdict.hear("{\"level\":\"ERROR\",\"message\":\"cannot start: \\\"x\\\" is wrong.\"}");

    assertThat(verdict.refusal()).contains("\"x\" is wrong.");
  }
}
