package io.heronbridge.it.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The program that the documents show works as it stands. */
class ExampleIT {
  private static final Path PROGRAM = Path.of("..", "docs", "examples", "LenderBackend.java");

  @Test
  void lendersBackendConnectsABank() throws IOException, InterruptedException {
    Scenario scenario = Scenario.onSharedServer();
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            PROGRAM.toString(),
            Examples.anEndUser());
    builder.redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.of(
                "BRIDGE_URL", scenario.server().url().toString(),
                "BRIDGE_KEY", scenario.server().settings().bootstrapKey(),
                "SANDBOX_URL", "http://127.0.0.1:" + scenario.sandbox().port(),
                "INTEGRATION_ID", scenario.integration()));

    Process program = builder.start();
    String said = new String(program.getInputStream().readAllBytes(), UTF_8);

    assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(said).contains("link linked");
    assertThat(program.exitValue()).isZero();
  }
}
