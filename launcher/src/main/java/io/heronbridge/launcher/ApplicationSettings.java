package io.heronbridge.launcher;

import io.heronbridge.launcher.postgres.Database;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the application's process finds in its environment beyond what the operator put there. */
final class ApplicationSettings {
  private final Map<String, String> operators;
  private final Map<String, String> added = new LinkedHashMap<>();

  ApplicationSettings(Map<String, String> operators) {
    this.operators = operators;
  }

  /** Set by us unless the operator did. */
  ApplicationSettings byDefault(String name, Object value) {
    if (isUnset(name)) {
      added.put(name, value.toString());
    }
    return this;
  }

  /** Our own database, whatever the operator said about another one. */
  ApplicationSettings using(Database database) {
    added.put("BRIDGE_DATABASE_URL", database.url());
    database.username().ifPresent(name -> added.put("BRIDGE_DATABASE_USERNAME", name));
    database.password().ifPresent(word -> added.put("BRIDGE_DATABASE_PASSWORD", word));
    return this;
  }

  boolean isUnset(String name) {
    return operators.getOrDefault(name, "").isBlank();
  }

  /** What the application will see under this name; empty when nobody set it. */
  String value(String name) {
    return isUnset(name) ? added.getOrDefault(name, "") : operators.get(name).trim();
  }

  Map<String, String> added() {
    return Map.copyOf(added);
  }

  /** Whether browsers are told to come to this machine itself. */
  boolean isPublicUrlLocal() {
    try {
      String host = URI.create(value("BRIDGE_PUBLIC_URL")).getHost();
      return "localhost".equals(host) || "127.0.0.1".equals(host) || "[::1]".equals(host);
    } catch (IllegalArgumentException e) {
      return true; // The application will refuse it; until then nobody outside need reach us.
    }
  }
}
