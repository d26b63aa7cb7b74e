package io.heronbridge.launcher.postgres;

import io.heronbridge.launcher.CannotStartException;
import io.heronbridge.launcher.Folders;
import io.heronbridge.launcher.Ports;
import io.heronbridge.launcher.Progress;
import io.heronbridge.launcher.RandomText;
import io.heronbridge.launcher.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The embedded PostgreSQL: durable, on loopback, with a password. */
public final class PostgresServer {
  private static final String USER = "heron_bridge";
  private static final int PASSWORD_LENGTH = 32;

  private final PostgresBinaries binaries;
  private final RunFolder run;
  private final Map<String, String> further;

  public PostgresServer(PostgresBinaries binaries, RunFolder run) {
    this(binaries, run, Map.of());
  }

  /**
   * @param further settings that take the place of ours or of PostgreSQL's
   */
  public PostgresServer(PostgresBinaries binaries, RunFolder run, Map<String, String> further) {
    this.binaries = binaries;
    this.run = run;
    this.further = Map.copyOf(further);
  }

  /** Stops what a launcher that was killed has left running on our data. */
  public void stopLeftover(Progress progress) throws Exception {
    Optional<ProcessHandle> leftover = process();
    if (leftover.isPresent()) {
      progress.step(
          "stopping PostgreSQL, left behind by an earlier run (process %d)"
              .formatted(leftover.get().pid()),
          () -> {
            stop();
            return null;
          });
    }
  }

  /** Starts it, with a new cluster when there is none yet. */
  public Database start() throws IOException, InterruptedException, SQLException {
    if (!Files.exists(run.postgres().resolve("PG_VERSION"))) {
      initialise();
    }
    int port = Ports.anyFree();
    command(
        "pg_ctl",
        List.of(
            "start",
            "--wait",
            "--timeout=300",
            "--pgdata=" + run.postgres(),
            "--log=" + run.logs().resolve("postgresql.log"),
            "--options=" + settings(port)));
    Database server = database(port, "postgres");
    createDatabase(server);
    return database(port, USER);
  }

  private void initialise() throws IOException, InterruptedException {
    Folders.delete(run.postgres());
    Folders.writePrivately(run.postgresPassword(), RandomText.ofLength(PASSWORD_LENGTH));
    // Under another name until it is complete: an interrupted one is not taken for a cluster.
    Path draft = run.top().resolve("postgres.draft");
    Folders.delete(draft);
    Files.createDirectory(
        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    command(
        "initdb",
        List.of(
            "--pgdata=" + draft,
            "--username=" + USER,
            "--pwfile=" + run.postgresPassword(),
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--locale=C"));
    Files.move(draft, run.postgres());
  }

  private String settings(int port) {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "",
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "timezone=UTC",
                "shared_buffers=64MB"));
    // Of a setting that is given twice, PostgreSQL takes the last.
    further.forEach((name, value) -> settings.add(name + "=" + value));
    return String.join(" -c ", settings);
  }

  private Database database(int port, String name) throws IOException {
    return new Database(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, name),
        Optional.of(USER),
        Optional.of(Files.readString(run.postgresPassword())));
  }

  private static void createDatabase(Database server) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      try (ResultSet found =
          statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + USER + "'")) {
        if (found.next()) {
          return;
        }
      }
      statement.execute("CREATE DATABASE " + USER);
    }
  }

  /** Stops it at once, but cleanly: transactions in flight are rolled back. */
  public void stop() throws IOException, InterruptedException {
    if (process().isPresent()) {
      command(
          "pg_ctl",
          List.of("stop", "--wait", "--mode=fast", "--timeout=60", "--pgdata=" + run.postgres()));
    }
  }

  /**
   * Breaks it off as a crash would, and starts it again on the same port; returns when it accepts.
   */
  public void crashAndRestart() throws IOException, InterruptedException {
    command(
        "pg_ctl",
        List.of(
            "restart",
            "--wait",
            "--mode=immediate",
            "--timeout=300",
            "--pgdata=" + run.postgres(),
            "--log=" + run.logs().resolve("postgresql.log")));
  }

  /** The postmaster on our data; empty when none runs. */
  public Optional<ProcessHandle> process() throws IOException {
    Path file = pidFile();
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty() || !lines.get(0).trim().matches("[0-9]+")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.get(0).trim()))
        .filter(ProcessHandle::isAlive)
        .filter(PostgresServer::isPostgres);
  }

  public Path pidFile() {
    return run.postgres().resolve("postmaster.pid");
  }

  /** Process ids are used again: after a restart of the machine it may be anybody's. */
  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().map(name -> name.endsWith("postgres")).orElse(false);
  }

  private void command(String program, List<String> options)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(Superuser.prefix());
    words.add(binaries.program(program));
    words.addAll(options);
    Path output = run.logs().resolve("postgresql-commands.log");
    Process process =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
            .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
            .start();
    if (process.waitFor() != 0) {
      throw new CannotStartException(
          "The embedded PostgreSQL failed at %s: see %s and %s."
              .formatted(program, output, run.logs().resolve("postgresql.log")));
    }
  }
}
