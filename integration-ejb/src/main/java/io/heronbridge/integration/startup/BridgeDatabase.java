package io.heronbridge.integration.startup;

import io.heronbridge.persistence.database.BridgeDataSource;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import javax.sql.DataSource;

/** Defines the one data source, with the same pool on every server. */
@DataSourceDefinition(
    name = BridgeDatabase.JNDI,
    className = "io.heronbridge.persistence.database.BridgeDataSource",
    minPoolSize = 2,
    maxPoolSize = 10,
    // WildFly insists on at least one property; BridgeDataSource sets its own.
    properties = {"applicationName=heron-bridge"})
@Singleton
public class BridgeDatabase {
  public static final String JNDI = "java:app/jdbc/HeronBridge";

  /** Keeps the annotation's class name honest. */
  static final Class<?> SOURCE = BridgeDataSource.class;

  @Resource(lookup = JNDI)
  private DataSource dataSource;

  /** The container's pool: connections take part in the caller's transaction. */
  public DataSource dataSource() {
    return dataSource;
  }
}
