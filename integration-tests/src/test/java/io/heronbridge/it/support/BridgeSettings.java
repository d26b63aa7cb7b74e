package io.heronbridge.it.support;

import io.heronbridge.persistence.secret.Keyset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The settings of one installation, in their environment form. */
public final class BridgeSettings {
  public static final String ADMINISTRATOR = "ana";

  private static final String PUBLIC_URL = "BRIDGE_PUBLIC_URL";
  private static final String BOOTSTRAP_KEY = "BRIDGE_API_BOOTSTRAP_KEY";
  private static final String ADMIN_PASSWORD = "BRIDGE_ADMIN_PASSWORD";

  private final Map<String, String> environment = new TreeMap<>();
  private final Database database;

  private BridgeSettings(Database database) {
    this.database = database;
  }

  /** A new installation with its own keyset, spool, administrator and API key. */
  public static BridgeSettings fresh(String name, Database database) {
    Path home = Workplace.folder(name);
    return new BridgeSettings(database)
        .with("BRIDGE_DATABASE_URL", database.url())
        .with("BRIDGE_DATABASE_USERNAME", database.username())
        .with("BRIDGE_DATABASE_PASSWORD", database.password())
        .with("BRIDGE_ENCRYPTION_KEYSET_FILE", keyset(home.resolve("keyset.json")).toString())
        .with("BRIDGE_SPOOL_DIRECTORY", home.resolve("spool").toString())
        .with("BRIDGE_ADMIN_USERNAME", ADMINISTRATOR)
        .with(ADMIN_PASSWORD, Secrets.fresh("admin-password"))
        .with(BOOTSTRAP_KEY, Secrets.fresh("bootstrap-key"))
        // Tests poll, all with one key.
        .with("BRIDGE_API_REQUESTS_PER_MINUTE", "0")
        .with("BRIDGE_OUTBOUND_ALLOW_PRIVATE_ADDRESSES", "true");
  }

  /** Another node of the same installation, with a spool of its own. */
  public BridgeSettings beside(String name) {
    BridgeSettings other = new BridgeSettings(database);
    other.environment.putAll(environment);
    return other.with("BRIDGE_SPOOL_DIRECTORY", Workplace.folder(name).resolve("spool").toString());
  }

  private static Path keyset(Path file) {
    try {
      String keyset = Keyset.generate();
      Secrets.remember(keyset.replaceAll("(?s).*\"value\":\"([^\"]+)\".*", "$1"));
      return Files.writeString(file, keyset);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sets or replaces one variable. */
  public BridgeSettings with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Takes effect when the server starts, unless a public URL was set. */
  BridgeSettings reachedAt(String url) {
    environment.putIfAbsent(PUBLIC_URL, url);
    return this;
  }

  public Map<String, String> environment() {
    return Collections.unmodifiableMap(environment);
  }

  public Database database() {
    return database;
  }

  /** An API key with all rights. */
  public String bootstrapKey() {
    return environment.get(BOOTSTRAP_KEY);
  }

  public String administratorPassword() {
    return environment.get(ADMIN_PASSWORD);
  }
}
