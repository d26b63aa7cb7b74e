package io.heronbridge.launcher.cluster;

import io.heronbridge.launcher.CannotStartException;
import io.heronbridge.launcher.Folders;
import io.heronbridge.launcher.Pause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * How a second {@code ./run cluster} tells the first how many nodes to have: a file in the state
 * folder, which the first deletes once it has them or cannot have them; its mark then says which.
 * Whoever may write there may start programs anyway, so nothing is listened on and nobody signs in.
 */
public final class WantedNodes {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Path mark;
  private final Path wish;

  public WantedNodes(Path state) {
    this.mark = state.resolve("cluster");
    this.wish = state.resolve("wanted-nodes");
  }

  /** Forgets what a run that was killed has left. */
  public void clear() throws IOException {
    // In this order: whoever asks finds the cluster ended, and not the wish refused.
    Files.deleteIfExists(mark);
    Files.deleteIfExists(wish);
  }

  /** Tells others that the run with the folder is a cluster. */
  void open() throws IOException {
    Folders.writePrivately(mark, "");
  }

  /** Whether the run with the folder is a cluster. */
  public boolean isOpen() {
    return Files.exists(mark);
  }

  /**
   * Asks the running cluster to have so many nodes, and waits until it has.
   *
   * @throws CannotStartException when it does not get them
   */
  public boolean ask(int nodes) throws Exception {
    Folders.writePrivately(wish, Integer.toString(nodes));
    if (!Pause.until(PATIENCE, () -> !Files.exists(wish) || !isOpen())) {
      throw missing(
          "The running cluster does not have %d nodes yet: its console tells why.", nodes);
    }
    if (!isOpen()) {
      throw missing("The running cluster ended before it had %d nodes.", nodes);
    }
    if (!Files.readString(mark).equals(Integer.toString(nodes))) {
      throw missing("The running cluster does not have %d nodes: its console tells why.", nodes);
    }
    return true;
  }

  private static CannotStartException missing(String sentence, int nodes) {
    return new CannotStartException(sentence.formatted(nodes));
  }

  OptionalInt read() {
    try {
      int nodes = Integer.parseInt(Files.readString(wish).trim());
      return nodes >= 1 && nodes <= Cluster.MOST_NODES
          ? OptionalInt.of(nodes)
          : OptionalInt.empty();
    } catch (IOException | NumberFormatException nothing) {
      return OptionalInt.empty();
    }
  }

  /** What was wanted is so, unless something else is wanted by now. */
  void granted(int nodes) throws IOException {
    answer(nodes, Integer.toString(nodes));
  }

  /** What was wanted cannot be had, unless something else is wanted by now. */
  void refused(int nodes) throws IOException {
    answer(nodes, "");
  }

  private void answer(int nodes, String has) throws IOException {
    if (read().orElse(0) == nodes) {
      Folders.writePrivately(mark, has);
      Files.deleteIfExists(wish);
    }
  }
}
