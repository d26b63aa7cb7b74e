package io.heronbridge.persistence.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the database to the schema this version needs; safe to run on several nodes at once. */
public final class Schema {
  private Schema() {}

  /** Applies the migrations that are missing, or throws when the database cannot be reached. */
  public static void migrate(DataSource dataSource) {
    Flyway.configure(Schema.class.getClassLoader())
        .dataSource(dataSource)
        .locations("classpath:db/migration")
        .load()
        .migrate();
  }
}
