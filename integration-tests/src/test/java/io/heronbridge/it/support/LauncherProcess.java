package io.heronbridge.it.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What {@code ./run} starts once everything is built, with a state folder of its own. */
public final class LauncherProcess implements AutoCloseable {
  private static final Duration LONGEST_START = Duration.ofMinutes(3);
  private static final int STOP_SECONDS = 60;

  private final Path state;
  private final Path console;
  private final int port = FreePorts.one();
  private final Process process;

  private LauncherProcess(String name, List<String> words) {
    state = Workplace.emptied("launcher/" + name);
    console = Workplace.logs().resolve(name + ".log");
    ProcessBuilder builder = new ProcessBuilder(command(words));
    builder.environment().keySet().removeIf(variable -> variable.startsWith("BRIDGE_"));
    builder.environment().put("BRIDGE_OUTBOX_RETRY_SCHEDULE", TestRun.QUICK_RETRIES);
    builder.environment().put("BRIDGE_LOGS_FORMAT", "json");
    builder.redirectErrorStream(true).redirectOutput(console.toFile());
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it with these words; the port and the state folder are chosen here. */
  public static LauncherProcess start(String name, String... words) {
    return new LauncherProcess(name, List.of(words));
  }

  private List<String> command(List<String> words) {
    Path jar = Workplace.root().resolve("launcher/target/heron-bridge-launcher.jar");
    List<String> command =
        new ArrayList<>(
            List.of(
                Java.executable(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dheronbridge.home=" + Workplace.root(),
                "-jar",
                jar.toString()));
    command.addAll(words);
    command.addAll(List.of("--port", Integer.toString(port), "--state", state.toString()));
    return command;
  }

  /** Waits until it says that everything is ready. */
  public LauncherProcess awaitReady() {
    Eventually.within(
        LONGEST_START,
        () -> {
          if (!process.isAlive()) {
            throw new Eventually.FinalFailure("it ended by itself; see " + console);
          }
          assertThat(console()).contains("\nready: ");
        });
    return this;
  }

  /** Everything it has printed. */
  public String console() {
    try {
      return Files.readString(console);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path home(int node) {
    return node == 1 ? state : state.resolve("nodes").resolve(Integer.toString(node));
  }

  /** What a node has logged about itself and its work. */
  public List<JsonObject> lines(int node) {
    try (Stream<String> lines = Files.lines(home(node).resolve("logs/application.log"))) {
      return lines
          .filter(line -> line.startsWith("{"))
          .map(line -> JsonParser.parseString(line).getAsJsonObject())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The process of a node, as it is now. */
  public ProcessHandle node(int number) {
    try {
      String pid = Files.readString(home(number).resolve("application.pid")).trim();
      return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where a node of a cluster can be reached past the balancer, as the console said last. */
  public ApiClient nodeAlone(int number) {
    String mark = "node " + number + ": Ready at ";
    String said = console();
    String address = said.substring(said.lastIndexOf(mark) + mark.length()).split(",", 2)[0];
    return new ApiClient(URI.create(address)).withKey(kept("api.key"));
  }

  /** A client of the REST API with all rights. */
  public ApiClient api() {
    return anyone().withKey(kept("api.key"));
  }

  public ApiClient anyone() {
    return new ApiClient(URI.create("http://127.0.0.1:" + port));
  }

  /** One of the sign-in and keys that the demonstration made up. */
  public String kept(String name) {
    Properties kept = new Properties();
    try (var in = Files.newBufferedReader(state.resolve("demo.properties"))) {
      kept.load(in);
      return kept.getProperty(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks it to stop everything, as Ctrl-C does, and waits until it has. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
