/**
 * The road to PostgreSQL: a data source that reads its own settings and heals by itself, the schema
 * migrations, and the bridge to the server's transaction manager.
 */
package io.heronbridge.persistence.database;
