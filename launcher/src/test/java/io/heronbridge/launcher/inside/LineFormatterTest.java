package io.heronbridge.launcher.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LineFormatterTest {
  private final LineFormatter formatter = new LineFormatter();

  private static LogRecord recordOf(Level level, String message) {
    LogRecord logged = new LogRecord(level, message);
    logged.setInstant(Instant.parse("2026-01-02T03:04:05.678Z"));
    logged.setLoggerName("io.heronbridge.integration.startup.Startup");
    return logged;
  }

  @Test
  void recordIsOneShortLine() {
    String line = formatter.format(recordOf(Level.INFO, "heron bridge is ready"));

    assertThat(line)
        .isEqualTo(
            "2026-01-02T03:04:05.678Z INFO  integration.startup.Startup heron bridge is ready\n");
  }

  @Test
  void messageWithLineBreaksCannotPretendToBeAnotherRecord() {
    String text = formatter.format(recordOf(Level.WARNING, "first\n2026 ERROR x forged"));

    assertThat(text.lines().skip(1)).containsExactly("\t2026 ERROR x forged");
  }

  @Test
  void stackTraceFollowsAfterATab() {
    LogRecord logged = recordOf(Level.SEVERE, "broken");
    logged.setThrown(new IllegalStateException("why"));

    assertThat(formatter.format(logged).lines().skip(1))
        .allMatch(line -> line.startsWith("\t"))
        .anyMatch(line -> line.contains("why"));
  }

  @Test
  void serverIsHeardFromAWarningOn() {
    KnownChatter chatter = new KnownChatter();
    LogRecord servers = new LogRecord(Level.INFO, "Loading application");
    servers.setLoggerName("jakarta.enterprise.web");

    assertThat(chatter.isLoggable(servers)).isFalse();
    assertThat(chatter.isLoggable(recordOf(Level.INFO, "ready"))).isTrue();
  }
}
