package io.heronbridge.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
  @TempDir Path folder;

  @Test
  void fullFileMakesWayAndFiveAreKept() throws Exception {
    try (LogFile log = new LogFile(folder.resolve("app.log"), 10)) {
      for (int line = 0; line < 20; line++) {
        log.append("line number " + line);
      }
    }

    assertThat(Files.readAllLines(folder.resolve("app.log"))).containsExactly("line number 19");
    assertThat(Files.readAllLines(folder.resolve("app.log.4"))).containsExactly("line number 15");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(5);
    }
  }

  @Test
  void laterRunAppends() throws Exception {
    for (String line : new String[] {"one", "two"}) {
      try (LogFile log = new LogFile(folder.resolve("app.log"), 1000)) {
        log.append(line);
      }
    }

    assertThat(Files.readAllLines(folder.resolve("app.log"))).containsExactly("one", "two");
  }
}
