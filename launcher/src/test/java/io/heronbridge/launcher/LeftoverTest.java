package io.heronbridge.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoverTest {
  private static final Progress SILENT =
      new Progress(new PrintStream(OutputStream.nullOutputStream()));

  @TempDir Path folder;

  /** Looks like an application, and ends with its input. */
  private static Process application(String name) throws Exception {
    return new ProcessBuilder("/bin/sh", "-c", "read line", name).start();
  }

  private static void runsIn(Path node, Process process) throws Exception {
    try (RunFolder run = RunFolder.take(node)) {
      Files.writeString(run.applicationPid(), Long.toString(process.pid()));
    }
  }

  @Test
  void applicationsOfAllNodesAreEndedAndNobodyElse() throws Exception {
    Process first = application("io.heronbridge.launcher.inside.ServerMain");
    Process third = application("io.heronbridge.launcher.inside.ServerMain");
    Process stranger = application("stranger");
    runsIn(folder, first);
    runsIn(folder.resolve("nodes/3"), third);
    runsIn(folder.resolve("nodes/4"), stranger);

    try (RunFolder run = RunFolder.take(folder)) {
      Leftover.endAll(run, SILENT);

      assertThat(first.isAlive()).isFalse();
      assertThat(third.isAlive()).isFalse();
      assertThat(stranger.isAlive()).isTrue();
      run.empty();
      assertThat(run.furtherNodes()).isEmpty();
    } finally {
      stranger.destroy();
    }
  }

  @Test
  void nodeThatAnotherLauncherHoldsIsLeftAlone() throws Exception {
    try (RunFolder run = RunFolder.take(folder);
        RunFolder held = RunFolder.take(run.node(2))) {
      assertThatThrownBy(() -> Leftover.endAll(run, SILENT))
          .isInstanceOf(FolderInUseException.class)
          .hasMessageContaining(held.top().toString());
    }
  }
}
