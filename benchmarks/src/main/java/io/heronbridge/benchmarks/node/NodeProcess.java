package io.heronbridge.benchmarks.node;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** A node's process, as seen from the one that measures. */
public final class NodeProcess implements AutoCloseable {
  private static final Gson GSON = new Gson();
  private static final Duration GOODBYE = Duration.ofSeconds(20);

  /** The same for every contender. */
  public static final List<String> FLAGS = List.of("-Xms256m", "-Xmx512m");

  private final Process process;
  private final PrintStream orders;
  private final Queue<CompletableFuture<JsonObject>> awaited = new ConcurrentLinkedQueue<>();

  private NodeProcess(Process process) {
    this.process = process;
    this.orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    Thread reader = new Thread(this::read, "answers of " + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * What a node is to be.
   *
   * @param connections how many it may hold
   * @param log what it prints
   */
  public record Role(String contender, Target database, int connections, Path log) {}

  /** A database to work on. */
  public record Target(String url, String username, String password) {
    @Override
    public String toString() {
      return "target(hidden)";
    }
  }

  public static NodeProcess start(Role role) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            FLAGS.get(0),
            FLAGS.get(1),
            "-cp",
            System.getProperty("java.class.path"),
            NodeMain.class.getName(),
            role.contender(),
            role.database().url(),
            role.database().username(),
            Integer.toString(role.connections()));
    File log = role.log().toFile();
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log));
    builder.environment().put(NodeMain.PASSWORD, role.database().password());
    return new NodeProcess(builder.start());
  }

  private void read() {
    try (BufferedReader answers = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = answers.readLine(); line != null; line = answers.readLine()) {
        awaited.remove().complete(GSON.fromJson(line, JsonObject.class));
      }
    } catch (IOException | RuntimeException e) {
      fail(e);
    }
    fail(new IOException("the node has ended"));
  }

  private void fail(Exception why) {
    for (CompletableFuture<JsonObject> one = awaited.poll(); one != null; one = awaited.poll()) {
      one.completeExceptionally(why);
    }
  }

  /** Gives the order; the answer comes when it has been carried out. */
  public synchronized CompletableFuture<JsonObject> tell(Order order) {
    CompletableFuture<JsonObject> answer = new CompletableFuture<>();
    awaited.add(answer);
    orders.println(order.line());
    if (!process.isAlive()) {
      fail(new IOException("the node has ended"));
    }
    return answer.thenApply(NodeProcess::unlessFailed);
  }

  private static JsonObject unlessFailed(JsonObject answer) {
    if (answer.has("failure")) {
      throw new IllegalStateException(answer.get("failure").getAsString());
    }
    return answer;
  }

  /** Gives the order and waits until it has been carried out. */
  public JsonObject ask(Order order, Duration atMost) throws Exception {
    return tell(order).get(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  public long pid() {
    return process.pid();
  }

  /** Ends it as a power cut would. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() {
    orders.close();
    try {
      if (!process.waitFor(GOODBYE.toSeconds(), TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
