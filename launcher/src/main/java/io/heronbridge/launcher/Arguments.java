package io.heronbridge.launcher;

import io.heronbridge.launcher.cluster.Cluster;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The command line of {@code ./run}.
 *
 * @param nodes how many nodes a cluster is to have
 * @param fresh start with an empty embedded database
 * @param state where everything is kept between runs; {@code .run} in the project unless given
 */
record Arguments(Program program, int port, int nodes, boolean fresh, Optional<Path> state) {
  static final String USAGE =
      """
      Usage: ./run [app | cluster] [--port 8080] [--nodes 3] [--fresh] [--state .run]

        app           the application alone: no sandbox and no demo data
        cluster       several nodes behind a load balancer, with sandbox and demo data;
                      while a cluster runs, the same again changes the number of its nodes
        --port PORT   the port of the application (8080)
        --nodes N     how many nodes a cluster has (3), from 1 to 8
        --fresh       empty the embedded database first
        --state DIR   where the state is kept between runs (.run in the project)
      """;

  private static final int DEFAULT_PORT = 8080;
  private static final int LAST_PORT = 65_535;
  private static final int DEFAULT_NODES = 3;

  /** What is started. */
  enum Program {
    DEMONSTRATION,
    APPLICATION,
    CLUSTER
  }

  static Arguments parse(List<String> words) {
    Program program = Program.DEMONSTRATION;
    boolean fresh = false;
    int port = DEFAULT_PORT;
    Optional<Integer> nodes = Optional.empty();
    Optional<Path> state = Optional.empty();
    Deque<String> rest = new ArrayDeque<>(words);
    while (!rest.isEmpty()) {
      String word = rest.pop();
      switch (word) {
        case "app" -> program = only(program, Program.APPLICATION);
        case "cluster" -> program = only(program, Program.CLUSTER);
        case "--fresh" -> fresh = true;
        case "--port" -> port = number(valueOf(word, rest), LAST_PORT, "A port");
        case "--nodes" ->
            nodes =
                Optional.of(number(valueOf(word, rest), Cluster.MOST_NODES, "The number of nodes"));
        case "--state" -> state = Optional.of(Path.of(valueOf(word, rest)));
        default -> throw new UsageException("There is no option " + word + ".");
      }
    }
    if (nodes.isPresent() && program != Program.CLUSTER) {
      throw new UsageException("The option --nodes goes with cluster.");
    }
    return new Arguments(program, port, nodes.orElse(DEFAULT_NODES), fresh, state);
  }

  boolean applicationOnly() {
    return program == Program.APPLICATION;
  }

  boolean isCluster() {
    return program == Program.CLUSTER;
  }

  private static Program only(Program before, Program now) {
    if (before != Program.DEMONSTRATION && before != now) {
      throw new UsageException("Either app or cluster can be started, not both.");
    }
    return now;
  }

  private static String valueOf(String option, Deque<String> rest) {
    if (rest.isEmpty()) {
      throw new UsageException("The option " + option + " needs a value.");
    }
    return rest.pop();
  }

  private static int number(String text, int largest, String what) {
    try {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= largest) {
        return number;
      }
    } catch (NumberFormatException ignored) {
      // Told below.
    }
    throw new UsageException("%s is a number from 1 to %d, not %s.".formatted(what, largest, text));
  }
}
