package io.heronbridge.launcher;

import io.heronbridge.launcher.Arguments.Program;
import io.heronbridge.launcher.cluster.Cluster;
import io.heronbridge.launcher.cluster.IdleSpools;
import io.heronbridge.launcher.cluster.Site;
import io.heronbridge.launcher.cluster.WantedNodes;
import io.heronbridge.launcher.demo.Demo;
import io.heronbridge.launcher.demo.DemoState;
import io.heronbridge.launcher.postgres.Database;
import io.heronbridge.launcher.postgres.PostgresBinaries;
import io.heronbridge.launcher.postgres.PostgresServer;
import io.heronbridge.launcher.server.Application;
import io.heronbridge.launcher.server.PayaraRuntime;
import io.heronbridge.launcher.server.ServerCommand;
import io.heronbridge.launcher.server.ServerCommand.Exposure;
import io.heronbridge.sandbox.Sandbox;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One run from start to end. */
final class Launch {
  private static final Duration DATABASE_PATIENCE = Duration.ofSeconds(30);

  private final Arguments arguments;
  private final Installation installation;
  private final Map<String, String> environment;
  private final Progress progress;
  private final Shutdown shutdown;
  private final ApplicationSettings settings;

  private RunFolder run;

  /** One keyset for all nodes that are started here: they share a database. */
  private Path keyset;

  private Optional<PostgresServer> postgres = Optional.empty();
  private Optional<Sandbox> sandbox = Optional.empty();
  private DemoState demo;

  Launch(
      Arguments arguments,
      Installation installation,
      Map<String, String> environment,
      PrintStream out,
      Shutdown shutdown) {
    this.arguments = arguments;
    this.installation = installation;
    this.environment = environment;
    this.progress = new Progress(out);
    this.shutdown = shutdown;
    this.settings = new ApplicationSettings(environment);
  }

  /** Starts everything and stays until something ends; the answer is the exit code. */
  int run() throws Exception {
    try {
      takeRunFolder();
    } catch (FolderInUseException inUse) {
      return askRunningCluster(inUse);
    }
    settings.byDefault("BRIDGE_PUBLIC_URL", "http://localhost:" + arguments.port());
    settings.byDefault("BRIDGE_SPOOL_DIRECTORY", run.spool());
    Leftover.end(run, progress);
    requireSpoolsOfTheirOwn();
    new IdleSpools(run, progress).tellAbove(arguments.isCluster() ? arguments.nodes() : 1);
    Ports.require(arguments.port(), isLoopbackOnly());

    PayaraRuntime runtime = prepareRuntime();
    Database database = database();
    if (settings.isUnset("BRIDGE_ENCRYPTION_KEYSET_FILE")) {
      KeysetRule.apply(keyset, database);
      settings.byDefault("BRIDGE_ENCRYPTION_KEYSET_FILE", keyset);
    }
    if (!arguments.applicationOnly()) {
      startSandbox();
    }
    if (arguments.isCluster()) {
      finish(startCluster(runtime).summary());
      return awaitEnd(new CompletableFuture<>());
    }
    Application application = startApplication(runtime);
    finish(List.of());
    return awaitEnd(application.onExit().thenApply(this::sentence));
  }

  /** A cluster that runs with our folder already gets another number of nodes. */
  private int askRunningCluster(FolderInUseException inUse) throws Exception {
    WantedNodes wanted = new WantedNodes(usualFolder());
    if (!arguments.isCluster() || arguments.fresh() || !wanted.isOpen()) {
      throw inUse;
    }
    progress.step(
        "asking the running cluster for %d nodes".formatted(arguments.nodes()),
        () -> wanted.ask(arguments.nodes()));
    return 0;
  }

  private void takeRunFolder() throws Exception {
    run = runFolder();
    shutdown.remember(run);
    new WantedNodes(run.top()).clear();
    if (arguments.fresh()) {
      if (ownDatabase().isPresent()) {
        throw new UsageException(
            "--fresh empties the embedded database only, but BRIDGE_DATABASE_URL names another.");
      }
      Leftover.endAll(run, progress);
      embedded().stopLeftover(progress);
      run.empty();
    }
  }

  /** A second node of one database, started beside the first, gets a folder of its own. */
  private RunFolder runFolder() {
    Path usual = usualFolder();
    RunFolder folder;
    try {
      folder = RunFolder.take(usual);
    } catch (FolderInUseException inUse) {
      boolean another = arguments.applicationOnly() && ownDatabase().isPresent();
      if (arguments.state().isPresent() || !another) {
        throw inUse;
      }
      folder = RunFolder.take(usual.resolve("nodes").resolve(Integer.toString(arguments.port())));
    }
    keyset = usual.resolve(folder.keyset().getFileName());
    return folder;
  }

  private Path usualFolder() {
    return arguments
        .state()
        .orElse(installation.home().resolve(".run"))
        .toAbsolutePath()
        .normalize();
  }

  private void requireSpoolsOfTheirOwn() {
    if (arguments.isCluster() && !settings.isUnset("BRIDGE_SPOOL_DIRECTORY")) {
      throw new CannotStartException(
          "BRIDGE_SPOOL_DIRECTORY is the folder of one node: unset it for a cluster,"
              + " whose nodes have theirs below --state.");
    }
  }

  private boolean isLoopbackOnly() {
    return !arguments.applicationOnly() || settings.isPublicUrlLocal();
  }

  /** The demonstration keeps to its own database: it makes users and data up. */
  private Optional<Database> ownDatabase() {
    return arguments.program() == Program.DEMONSTRATION
        ? Optional.empty()
        : Database.configured(environment);
  }

  private PayaraRuntime prepareRuntime() throws Exception {
    return PayaraRuntime.isMissing(installation)
        ? progress.step("unpacking Payara Micro (once)", () -> PayaraRuntime.prepare(installation))
        : PayaraRuntime.prepare(installation);
  }

  private Database database() throws Exception {
    Optional<Database> own = ownDatabase();
    if (own.isPresent()) {
      return progress.step(
          "asking the database",
          () -> {
            own.get().awaitAnswer(DATABASE_PATIENCE);
            return own.get();
          });
    }
    PostgresServer server = embedded();
    server.stopLeftover(progress);
    postgres = Optional.of(server);
    shutdown.remember(server::stop);
    Database database = progress.step("starting PostgreSQL", server::start);
    settings.using(database);
    return database;
  }

  private PostgresServer embedded() throws IOException {
    return new PostgresServer(
        PostgresBinaries.unpack(installation.servers(), installation.postgres()), run);
  }

  private void startSandbox() throws Exception {
    demo = DemoState.keptIn(run.demo(), arguments.port());
    Sandbox started = progress.step("starting the sandbox", this::sandboxAtItsPort);
    shutdown.remember(started);
    started.demoFaults();
    sandbox = Optional.of(started);
    settings
        .byDefault("BRIDGE_API_BOOTSTRAP_KEY", demo.apiKey())
        .byDefault("BRIDGE_PLAID_LINK_SCRIPT_URL", started.linkScriptUrl())
        .byDefault("BRIDGE_OUTBOUND_ALLOW_PRIVATE_ADDRESSES", true)
        .byDefault("BRIDGE_OUTBOX_RETRY_SCHEDULE", "PT2S,PT5S,PT15S,PT30S,PT1M,PT2M");
    if (settings.isUnset("BRIDGE_ADMIN_USERNAME") && settings.isUnset("BRIDGE_ADMIN_PASSWORD")) {
      settings.byDefault("BRIDGE_ADMIN_USERNAME", demo.username());
      settings.byDefault("BRIDGE_ADMIN_PASSWORD", demo.password());
    }
  }

  private Sandbox sandboxAtItsPort() {
    try {
      return Sandbox.start(demo.sandboxPort(), run.sandbox());
    } catch (IOException e) {
      throw new CannotStartException(
          ("Port %d, which the demo's sandbox had before, is taken:"
                  + " stop the program there, or start anew with ./run --fresh.")
              .formatted(demo.sandboxPort()),
          e);
    }
  }

  private Application startApplication(PayaraRuntime runtime) throws Exception {
    progress.say("starting the application …");
    long begin = System.nanoTime();
    Application application = Application.start(serverCommand(), runtime, run, progress::say);
    shutdown.remember(
        () -> {
          progress.say("stopping …");
          application.stop();
        });
    application.awaitReady(arguments.port());
    application.archiveClasses();
    progress.say("the application can receive after " + Progress.since(begin));
    return application;
  }

  private ServerCommand serverCommand() {
    return new ServerCommand(
        installation.application(),
        arguments.port(),
        settings.added(),
        new Exposure(isLoopbackOnly(), !arguments.applicationOnly(), arguments.isCluster()),
        postgres.map(PostgresServer::pidFile));
  }

  private Cluster startCluster(PayaraRuntime runtime) throws Exception {
    long begin = System.nanoTime();
    Cluster cluster = new Cluster(run, new Site(serverCommand(), runtime, progress));
    shutdown.remember(
        () -> {
          progress.say("stopping …");
          cluster.stop();
        });
    cluster.start(arguments.nodes());
    progress.say("all nodes can receive after " + Progress.since(begin));
    return cluster;
  }

  private void finish(List<String> nodes) throws InterruptedException {
    if (sandbox.isPresent()) {
      String link = hostedLink(sandbox.get());
      new ClosingTable(settings, demo, run)
          .lines(sandbox.get().baseUrl(), link, nodes)
          .forEach(progress::say);
    }
    progress.say("ready: " + settings.value("BRIDGE_PUBLIC_URL"));
  }

  private String hostedLink(Sandbox plaidAndHeron) throws InterruptedException {
    try {
      return new Demo(
              "http://127.0.0.1:" + arguments.port(), settings.value("BRIDGE_API_BOOTSTRAP_KEY"))
          .prepare(plaidAndHeron);
    } catch (IOException | RuntimeException e) {
      return "not available: the demo integration could not be set up (" + e.getMessage() + ")";
    }
  }

  private String sentence(Process ended) {
    return "The application ended unexpectedly (exit code %d): see %s."
        .formatted(ended.exitValue(), run.logs().resolve("application.log"));
  }

  private int awaitEnd(CompletableFuture<String> applicationEnds) throws Exception {
    CompletableFuture<String> postgresEnds = new CompletableFuture<>();
    if (postgres.isPresent()) {
      postgres
          .get()
          .process()
          .ifPresent(
              process ->
                  process
                      .onExit()
                      .thenRun(
                          () ->
                              postgresEnds.complete(
                                  "PostgreSQL ended unexpectedly: see %s."
                                      .formatted(run.logs().resolve("postgresql.log")))));
    }
    Object sentence = CompletableFuture.anyOf(applicationEnds, postgresEnds).get();
    throw new CannotStartException(sentence.toString());
  }
}
