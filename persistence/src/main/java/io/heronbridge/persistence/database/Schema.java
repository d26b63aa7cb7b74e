package io.heronbridge.persistence.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Brings the database to the schema this version needs; safe to run on several nodes at once. */
public final class Schema {
  private Schema() {}

  /**
   * Applies the migrations that are missing, or throws when the database cannot be reached.
   *
   * @throws UnusableSchemaException when those that were applied are not ours
   */
  public static void migrate(DataSource dataSource) {
    try {
      Flyway.configure(Schema.class.getClassLoader())
          .dataSource(dataSource)
          .locations("classpath:db/migration")
          .load()
          .migrate();
    } catch (FlywayValidateException e) {
      throw new UnusableSchemaException(
          "The database was migrated by something else than this version of Heron Bridge (a"
              + " migration differs or is missing): start the version that it belongs to, or"
              + " restore a backup.",
          e);
    }
  }
}
