package io.heronbridge.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;

/** An application whose launcher was killed; it ends by itself, and is helped when it does not. */
public final class Leftover {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String MARK = "io.heronbridge.launcher.inside.ServerMain";

  private Leftover() {}

  /** Ends what is left of all nodes that ran here; their folders are free afterwards. */
  static void endAll(RunFolder run, Progress progress) throws Exception {
    end(run, progress);
    for (int number : run.furtherNodes()) {
      try (RunFolder node = RunFolder.take(run.node(number))) {
        end(node, progress);
      }
    }
  }

  public static void end(RunFolder run, Progress progress) throws Exception {
    Optional<ProcessHandle> left = find(run);
    if (left.isPresent()) {
      ProcessHandle process = left.get();
      progress.step(
          "waiting for the application of an earlier run to end (process %d)"
              .formatted(process.pid()),
          () -> end(process));
    }
    Files.deleteIfExists(run.applicationPid());
  }

  private static boolean end(ProcessHandle process) throws Exception {
    process.destroy();
    if (!Pause.until(PATIENCE, () -> !process.isAlive())) {
      process.destroyForcibly();
    }
    return Pause.until(PATIENCE, () -> !process.isAlive());
  }

  private static Optional<ProcessHandle> find(RunFolder run) throws IOException {
    if (!Files.exists(run.applicationPid())) {
      return Optional.empty();
    }
    String text = Files.readString(run.applicationPid()).trim();
    if (!text.matches("[0-9]{1,18}")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(text))
        .filter(process -> process.info().commandLine().orElse("").contains(MARK));
  }
}
