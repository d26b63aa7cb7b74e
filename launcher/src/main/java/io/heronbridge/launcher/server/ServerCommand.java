package io.heronbridge.launcher.server;

import io.heronbridge.launcher.RunFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How to start the application's process.
 *
 * @param settings its environment beyond what this process inherited
 * @param postgresPidFile of the PostgreSQL that is to end with it
 */
public record ServerCommand(
    Path war,
    int port,
    Map<String, String> settings,
    Exposure exposure,
    Optional<Path> postgresPidFile) {
  /** What a terminal sends to all of its programs at once; a JVM leaves an ignored signal alone. */
  private static final List<String> DEAF_TO_CTRL_C =
      List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "node");

  /**
   * Who may reach it and what for.
   *
   * @param loopbackOnly whether only this machine may call it
   * @param quick whether a fast start matters more than speed later
   * @param inTurn whether Ctrl-C is kept from it, since the launcher stops it in its turn
   */
  public record Exposure(boolean loopbackOnly, boolean quick, boolean inTurn) {}

  /** The same for one node of many. */
  public ServerCommand at(int nodePort, Path spool) {
    Map<String, String> own = new HashMap<>(settings);
    own.put("BRIDGE_SPOOL_DIRECTORY", spool.toString());
    return new ServerCommand(war, nodePort, own, exposure, postgresPidFile);
  }

  boolean quick() {
    return exposure.quick();
  }

  ProcessBuilder builder(PayaraRuntime runtime, RunFolder run, List<String> archiveFlags)
      throws IOException {
    Path server = run.server();
    List<String> words = new ArrayList<>(exposure.inTurn() ? DEAF_TO_CTRL_C : List.of());
    words.add(Jvm.java());
    words.addAll(Jvm.memory(quick()));
    words.addAll(archiveFlags);
    postgresPidFile.ifPresent(file -> words.add("-Dheronbridge.postgres-pid-file=" + file));
    words.add("-Djava.util.prefs.userRoot=" + server);
    words.add("-Djava.util.prefs.systemRoot=" + server);
    words.addAll(runtime.properties());
    words.addAll(runtime.openings());
    words.addAll(Jvm.ownOptions(System.getenv()));
    words.addAll(List.of("-cp", runtime.classPath()));
    words.add("io.heronbridge.launcher.inside.ServerMain");
    words.addAll(payaraOptions(server));
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().putAll(settings);
    return builder;
  }

  private List<String> payaraOptions(Path server) throws IOException {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("--rootdir", server.toString()));
    words.add("--nohazelcast");
    words.addAll(List.of("--port", Integer.toString(port)));
    words.addAll(
        List.of("--logproperties", resource(server, "payara-logging.properties").toString()));
    if (exposure.loopbackOnly()) {
      words.addAll(
          List.of("--prebootcommandfile", resource(server, "loopback-only.txt").toString()));
    }
    words.addAll(
        List.of("--postbootcommandfile", resource(server, "own-endpoints-only.txt").toString()));
    words.addAll(List.of("--deploy", war.toString()));
    return words;
  }

  private static Path resource(Path server, String name) throws IOException {
    Path file = server.resolve(name);
    try (InputStream in = ServerCommand.class.getResourceAsStream(name)) {
      Files.copy(in, file);
    }
    return file;
  }
}
