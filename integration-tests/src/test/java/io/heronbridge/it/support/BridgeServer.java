package io.heronbridge.it.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server process with the application in it: started, killed and started again as told. */
public final class BridgeServer implements AutoCloseable {
  private static final Duration LONGEST_START = Duration.ofMinutes(3);
  private static final int STOP_SECONDS = 30;

  /** Half an hour off the others, and with summer time: what depends on it shows. */
  private static final String TIME_ZONE = "America/St_Johns";

  private final String name;
  private final ServerKind.Instance instance;
  private final BridgeSettings settings;
  private final Path log;
  private Process process;

  private BridgeServer(String name, ServerKind.Instance instance, BridgeSettings settings) {
    this.name = name;
    this.instance = instance;
    this.settings = settings;
    this.log = Workplace.logs().resolve(name + ".log");
  }

  /** Lays out a server of the given name; {@link #start} starts it. */
  public static BridgeServer prepared(
      String name, ServerKind kind, Path archive, BridgeSettings settings) {
    try {
      Path home = Workplace.emptied("servers/" + name);
      BridgeServer server = new BridgeServer(name, kind.prepare(home, archive), settings);
      Files.deleteIfExists(server.log);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts the process and returns at once. */
  public BridgeServer start() {
    ProcessBuilder builder = new ProcessBuilder(instance.command());
    builder.environment().keySet().removeIf(variable -> variable.startsWith("BRIDGE_"));
    builder.environment().putAll(instance.environment());
    builder.environment().putAll(settings.reachedAt(url().toString()).environment());
    builder.environment().put("TZ", TIME_ZONE);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Waits until the application answers at all. */
  public BridgeServer awaitLive() {
    await("/health/live");
    return this;
  }

  /** Waits until the application can receive durably. */
  public BridgeServer awaitReady() {
    await("/health/ready");
    ArrowRecorder.install(settings.database());
    return this;
  }

  private void await(String path) {
    Eventually.within(
        LONGEST_START,
        () -> {
          if (!process.isAlive()) {
            throw new Eventually.FinalFailure(name + " ended by itself; see " + log);
          }
          assertThat(anyone().get(path).status()).as(name + path).isEqualTo(200);
        });
  }

  /** Ends the process as a power cut would. */
  public void kill() {
    family().forEach(ProcessHandle::destroyForcibly);
    awaitEnd();
  }

  /** Lets the process do nothing at all until {@link #thaw}. */
  public void freeze() {
    family().forEach(member -> Signals.send(member, "STOP"));
  }

  /** Lets a frozen process go on as if no time had passed. */
  public void thaw() {
    family().forEach(member -> Signals.send(member, "CONT"));
  }

  /** Stops the server in good order. */
  @Override
  public void close() {
    if (process == null) {
      return;
    }
    Stream<ProcessHandle> servers = process.descendants();
    boolean isWrapped = process.descendants().findAny().isPresent();
    (isWrapped ? servers : Stream.of(process.toHandle())).forEach(ProcessHandle::destroy);
    awaitEnd();
  }

  private Stream<ProcessHandle> family() {
    return Stream.concat(process.descendants(), Stream.of(process.toHandle()));
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        family().forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      family().forEach(ProcessHandle::destroyForcibly);
    }
  }

  public boolean isRunning() {
    return process != null && process.isAlive();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + instance.port());
  }

  /** A client of the REST API with all rights. */
  public ApiClient api() {
    return anyone().withKey(settings.bootstrapKey());
  }

  /** A client that says nothing about itself. */
  public ApiClient anyone() {
    return new ApiClient(url());
  }

  public BridgeSettings settings() {
    return settings;
  }

  public Database database() {
    return settings.database();
  }

  /** Everything the process has printed, over all its starts. */
  public Path log() {
    return log;
  }
}
