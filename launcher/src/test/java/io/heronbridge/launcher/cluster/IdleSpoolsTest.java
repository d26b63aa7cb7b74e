package io.heronbridge.launcher.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.launcher.Progress;
import io.heronbridge.launcher.RunFolder;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdleSpoolsTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream console = new ByteArrayOutputStream();

  @Test
  void whatWaitsForNodesThatDoNotRunIsTold() throws Exception {
    try (RunFolder run = RunFolder.take(folder)) {
      put(run, 2, "a.webhook");
      put(run, 3, "b.webhook", "c.exchange", "d.webhook.draft", "e.unreadable");
      put(run, 4, "f.webhook");
      put(run, 5);
      Files.createDirectories(run.node(6));

      new IdleSpools(run, new Progress(new PrintStream(console))).tellAbove(2);

      assertThat(console.toString().lines())
          .satisfiesExactly(
              third -> assertThat(third).contains("node 3", "2 files wait", run.spool(3) + " "),
              fourth -> assertThat(fourth).contains("node 4", "1 file waits", run.spool(4) + " "));
    }
  }

  private static void put(RunFolder run, int node, String... names) throws Exception {
    Path spool = Files.createDirectories(run.spool(node));
    for (String name : List.of(names)) {
      Files.writeString(spool.resolve(name), "sealed");
    }
  }
}
