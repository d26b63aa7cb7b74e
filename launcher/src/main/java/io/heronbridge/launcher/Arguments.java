package io.heronbridge.launcher;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The command line of {@code ./run}.
 *
 * @param applicationOnly neither sandbox nor demo data
 * @param fresh start with an empty embedded database
 * @param state where everything is kept between runs; {@code .run} in the project unless given
 */
record Arguments(boolean applicationOnly, int port, boolean fresh, Optional<Path> state) {
  static final String USAGE =
      """
      Usage: ./run [app] [--port 8080] [--fresh] [--state .run]

        app           the application alone: no sandbox and no demo data
        --port PORT   the port of the application (8080)
        --fresh       empty the embedded database first
        --state DIR   where the state is kept between runs (.run in the project)
      """;

  private static final int DEFAULT_PORT = 8080;
  private static final int LAST_PORT = 65_535;

  static Arguments parse(List<String> words) {
    boolean applicationOnly = false;
    boolean fresh = false;
    int port = DEFAULT_PORT;
    Optional<Path> state = Optional.empty();
    Deque<String> rest = new ArrayDeque<>(words);
    while (!rest.isEmpty()) {
      String word = rest.pop();
      switch (word) {
        case "app" -> applicationOnly = true;
        case "--fresh" -> fresh = true;
        case "--port" -> port = port(valueOf(word, rest));
        case "--state" -> state = Optional.of(Path.of(valueOf(word, rest)));
        default -> throw new UsageException("There is no option " + word + ".");
      }
    }
    return new Arguments(applicationOnly, port, fresh, state);
  }

  private static String valueOf(String option, Deque<String> rest) {
    if (rest.isEmpty()) {
      throw new UsageException("The option " + option + " needs a value.");
    }
    return rest.pop();
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 1 && port <= LAST_PORT) {
        return port;
      }
    } catch (NumberFormatException ignored) {
      // Told below.
    }
    throw new UsageException("A port is a number from 1 to 65535, not " + text + ".");
  }
}
