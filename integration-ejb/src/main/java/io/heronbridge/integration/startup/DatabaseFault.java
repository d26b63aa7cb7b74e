package io.heronbridge.integration.startup;

import io.heronbridge.persistence.database.UnusableSchemaException;
import java.sql.SQLException;

/**
 * Why the database could not be brought to our schema.
 *
 * @param isForAPerson waiting will not help: the URL, the credentials or the schema are wrong
 */
record DatabaseFault(String sentence, boolean isForAPerson) {

  static DatabaseFault of(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof IllegalStateException
          && cause.getMessage() != null
          && cause.getMessage().startsWith("bridge.database.url")) {
        return new DatabaseFault(cause.getMessage(), true);
      }
      if (cause instanceof UnusableSchemaException) {
        return new DatabaseFault(cause.getMessage(), true);
      }
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return of(sql);
      }
    }
    return new DatabaseFault(
        "The database could not be prepared (" + thrown.getClass().getSimpleName() + ").", false);
  }

  private static DatabaseFault of(SQLException sql) {
    return switch (sql.getSQLState()) {
      case "28P01", "28000" ->
          new DatabaseFault(
              "PostgreSQL refuses bridge.database.username or bridge.database.password"
                  + " (BRIDGE_DATABASE_USERNAME, BRIDGE_DATABASE_PASSWORD).",
              true);
      case "3D000" ->
          new DatabaseFault(
              "The database named in bridge.database.url (BRIDGE_DATABASE_URL) does not exist.",
              true);
      default ->
          new DatabaseFault(
              "PostgreSQL does not answer (SQL state "
                  + sql.getSQLState()
                  + "); trying again every second.",
              false);
    };
  }
}
