package io.heronbridge.benchmarks.product;

import io.heronbridge.benchmarks.lab.Patience;
import io.heronbridge.benchmarks.node.NodeProcess.Target;
import io.heronbridge.launcher.Folders;
import io.heronbridge.launcher.Ports;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One node of the product, as {@code ./run app} starts it. */
final class BridgeNode implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration STEP = Duration.ofMillis(250);
  private static final Duration GOODBYE = Duration.ofSeconds(60);
  private static final String KEY = "bench_0123456789abcdefghijklmnopqrstuvwxyz";

  private final Process launcher;
  private final int port;

  private BridgeNode(Process launcher, int port) {
    this.launcher = launcher;
    this.port = port;
  }

  /**
   * Starts one and waits until it is ready.
   *
   * @param folder for its state and logs; emptied first
   * @param further settings beside those that every node has
   */
  static BridgeNode start(Target database, Path folder, Map<String, String> further)
      throws Exception {
    Folders.delete(folder);
    Files.createDirectories(folder);
    int port = Ports.anyFree();
    Path home = Path.of(System.getProperty("heronbridge.home"));
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-Dheronbridge.home=" + home,
                "-jar",
                home.resolve("launcher/target/heron-bridge-launcher.jar").toString(),
                "app",
                "--port",
                Integer.toString(port),
                "--state",
                state(folder).toString()));
    builder.environment().putAll(settings(database));
    builder.environment().putAll(further);
    File log = folder.resolve("product.log").toFile();
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.to(log));
    BridgeNode node = new BridgeNode(builder.start(), port);
    // Told to end, the measuring process takes the node with it.
    Runtime.getRuntime().addShutdownHook(new Thread(node.launcher::destroy, "product"));
    if (!Patience.until(START, STEP, node::hasEndedOrIsReady) || !node.launcher.isAlive()) {
      node.close();
      throw new IOException("the product did not become ready: see " + log);
    }
    return node;
  }

  private static Path state(Path folder) {
    return folder.resolve("state");
  }

  /** What a node with this folder seals with, once it has started on an empty database. */
  static Path keyset(Path folder) {
    return state(folder).resolve("keyset.json");
  }

  private static Map<String, String> settings(Target database) {
    return Map.of(
        "BRIDGE_DATABASE_URL",
        database.url(),
        "BRIDGE_DATABASE_USERNAME",
        database.username(),
        "BRIDGE_DATABASE_PASSWORD",
        database.password(),
        "BRIDGE_API_BOOTSTRAP_KEY",
        KEY,
        "BRIDGE_API_REQUESTS_PER_MINUTE",
        "0",
        "BRIDGE_OUTBOUND_ALLOW_PRIVATE_ADDRESSES",
        "true");
  }

  private boolean hasEndedOrIsReady() throws InterruptedException {
    if (!launcher.isAlive()) {
      return true;
    }
    HttpRequest look = HttpRequest.newBuilder(URI.create(url() + "/health/ready")).build();
    try {
      return HttpClient.newHttpClient().send(look, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  BridgeApi api() {
    return new BridgeApi(url() + "/api/v1", "Bearer " + KEY);
  }

  /** As {@code kill -9} of its server and of what started that. */
  void kill() throws InterruptedException {
    List<ProcessHandle> family =
        Stream.concat(launcher.descendants(), Stream.of(launcher.toHandle())).toList();
    family.forEach(ProcessHandle::destroyForcibly);
    launcher.waitFor();
  }

  /** Ends it as an operator would. */
  @Override
  public void close() {
    launcher.destroy();
    try {
      if (!launcher.waitFor(GOODBYE.toSeconds(), TimeUnit.SECONDS)) {
        launcher.destroyForcibly();
      }
    } catch (InterruptedException e) {
      launcher.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
