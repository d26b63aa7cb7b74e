package io.heronbridge.launcher.cluster;

import io.heronbridge.launcher.Progress;
import io.heronbridge.launcher.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Tells what lies in the spools of nodes that do not run: no other node takes it up. */
public final class IdleSpools {
  private final RunFolder run;
  private final Progress progress;

  public IdleSpools(RunFolder run, Progress progress) {
    this.run = run;
    this.progress = progress;
  }

  /** Of all nodes with a higher number. */
  public void tellAbove(int number) throws IOException {
    for (int further : run.furtherNodes()) {
      if (further > number) {
        tell(further);
      }
    }
  }

  private void tell(int number) throws IOException {
    Path spool = run.spool(number);
    long files = waiting(spool);
    if (files > 0) {
      progress.say(
          "node %d does not run, and %s in %s until it does: webhooks and connections already accepted."
              .formatted(number, files == 1 ? "1 file waits" : files + " files wait", spool));
    }
  }

  private static long waiting(Path spool) throws IOException {
    if (!Files.isDirectory(spool)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(spool)) {
      return files.map(Path::toString).filter(IdleSpools::waits).count();
    }
  }

  private static boolean waits(String file) {
    return file.endsWith(".webhook") || file.endsWith(".exchange");
  }
}
