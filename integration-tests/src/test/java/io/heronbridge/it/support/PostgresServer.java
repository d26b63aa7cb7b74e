package io.heronbridge.it.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A real PostgreSQL that can be stopped and started again with all its data. */
public final class PostgresServer implements AutoCloseable {
  /** Neither UTC nor a whole hour away from it. */
  static final String TIME_ZONE = "Asia/Kathmandu";

  private static final String USER = "postgres";

  /** What the library for tests switches off, and a crash needs. */
  private static final List<String> DURABILITY =
      List.of("fsync", "synchronous_commit", "full_page_writes");

  private final Path data;
  private final boolean durable;
  private final int port = FreePorts.one();
  private final List<Database> databases = new ArrayList<>();
  private EmbeddedPostgres running;

  PostgresServer(Path data) {
    this(data, false);
  }

  private PostgresServer(Path data, boolean durable) {
    this.data = data;
    this.durable = durable;
  }

  /** One that no other test uses, with nothing in it; what it has committed survives a crash. */
  public static PostgresServer durable(String name) {
    return new PostgresServer(Workplace.emptied(name), true);
  }

  /** Starts it, unless it runs. */
  public synchronized void start() {
    if (running != null) {
      return;
    }
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setPort(port)
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setServerConfig("timezone", TIME_ZONE)
            .setServerConfig("listen_addresses", "127.0.0.1");
    if (durable) {
      DURABILITY.forEach(setting -> builder.setServerConfig(setting, "on"));
    }
    try {
      running = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends every session and stops. */
  public synchronized void stop() {
    if (running == null) {
      return;
    }
    try {
      running.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    running = null;
  }

  /** Ends it as a power cut would; what was committed is there at the next start. */
  public synchronized void crash() {
    try {
      String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0).trim();
      ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
      // To PostgreSQL this signal means: end at once, and recover when started again.
      Signals.send(postmaster, "QUIT");
      postmaster.onExit().get(1, TimeUnit.MINUTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException("PostgreSQL does not end", e);
    }
    stop();
  }

  /** Where it listens. */
  public int port() {
    return port;
  }

  public void restart() {
    stop();
    start();
  }

  /** Lets it hang: connections stay, and nothing answers, until {@link #thaw}. */
  public synchronized void freeze() {
    signal("STOP");
  }

  /** Ends {@link #freeze}; otherwise nothing happens. */
  public synchronized void thaw() {
    if (running != null) {
      signal("CONT");
    }
  }

  private void signal(String name) {
    try {
      long first = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).trim());
      ProcessHandle postmaster = ProcessHandle.of(first).orElseThrow();
      List<String> command = new ArrayList<>(List.of("kill", "-" + name));
      Stream.concat(Stream.of(postmaster), postmaster.descendants())
          .map(process -> Long.toString(process.pid()))
          .forEach(command::add);
      new ProcessBuilder(command).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thaw();
    stop();
  }

  /** Creates an empty database. */
  public synchronized Database create(String name) {
    try (Connection connection = DriverManager.getConnection(url("postgres"), USER, "");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot create database " + name, e);
    }
    Database database = new Database(url(name), USER, Secrets.fresh("database-password"));
    databases.add(database);
    return database;
  }

  synchronized List<Database> databases() {
    return List.copyOf(databases);
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }
}
