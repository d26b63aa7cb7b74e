package io.heronbridge.launcher.server;

import io.heronbridge.launcher.CannotStartException;
import io.heronbridge.launcher.Pause;
import io.heronbridge.launcher.RunFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The application's process: its lines are passed on, its end is noticed. */
public final class Application {
  private static final long LARGEST_LOG = 20_000_000;
  private static final Duration LONGEST_START = Duration.ofMinutes(5);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);
  private static final int OK = 200;

  private final Process process;
  private final ClassArchive archive;
  private final RunFolder run;
  private final Consumer<String> console;
  private final Verdict verdict = new Verdict();
  private final Thread reader;

  private Application(
      ProcessBuilder builder, ClassArchive archive, RunFolder run, Consumer<String> console)
      throws IOException {
    this.archive = archive;
    this.run = run;
    this.console = console;
    LogFile log = new LogFile(run.logs().resolve("application.log"), LARGEST_LOG);
    this.process = builder.redirectErrorStream(true).start();
    Files.writeString(run.applicationPid(), Long.toString(process.pid()));
    this.reader = new Thread(() -> passOn(log), "application-lines");
    this.reader.setDaemon(true);
    this.reader.start();
  }

  /** Starts it; {@link #awaitReady} tells when it can be used. */
  public static Application start(
      ServerCommand command, PayaraRuntime runtime, RunFolder run, Consumer<String> console)
      throws IOException {
    runtime.layOut(run.server());
    ClassArchive archive =
        new ClassArchive(
            runtime, run.server().resolve("classes-loaded.log"), Jvm.memory(command.quick()));
    return new Application(command.builder(runtime, run, archive.flags()), archive, run, console);
  }

  private void passOn(LogFile log) {
    try (log;
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          console.accept(line);
          log.append(line);
          verdict.hear(line);
        }
      }
    } catch (IOException ignored) {
      // The process has ended.
    }
  }

  /** Waits until it can receive durably, or tells why it never will. */
  public void awaitReady(int port) throws Exception {
    HttpClient client = HttpClient.newBuilder().connectTimeout(LONGEST_ANSWER).build();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
            .timeout(LONGEST_ANSWER)
            .build();
    boolean ready = Pause.until(LONGEST_START, () -> !mayStillCome() || answers(client, request));
    if (!process.isAlive()) {
      reader.join(PATIENCE.toMillis());
    }
    if (verdict.refusal().isPresent()) {
      throw new CannotStartException(verdict.refusal().get());
    }
    if (!ready || !process.isAlive()) {
      throw new CannotStartException(
          "The application did not become ready: see "
              + run.logs().resolve("application.log")
              + ".");
    }
  }

  /** Once it is ready: makes later starts faster. */
  public void archiveClasses() {
    archive.makeInBackground();
  }

  private boolean mayStillCome() {
    return process.isAlive() && verdict.refusal().isEmpty();
  }

  private static boolean answers(HttpClient client, HttpRequest request)
      throws InterruptedException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
    } catch (IOException notYet) {
      return false;
    }
  }

  public long pid() {
    return process.pid();
  }

  public CompletableFuture<Process> onExit() {
    return process.onExit();
  }

  /** Asks it to stop, waits, and then insists. */
  public void stop() throws InterruptedException, IOException {
    archive.stop();
    process.destroy();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    reader.join(PATIENCE.toMillis());
    Files.deleteIfExists(run.applicationPid());
  }
}
