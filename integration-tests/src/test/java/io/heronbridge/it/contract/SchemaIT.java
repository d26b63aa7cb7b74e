package io.heronbridge.it.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heronbridge.it.support.Database;
import io.heronbridge.it.support.TestRun;
import io.heronbridge.persistence.database.Schema;
import io.heronbridge.persistence.database.UnusableSchemaException;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class SchemaIT {

  @Test
  void schemaOfSomethingElseIsForAPersonToMend() {
    Database database = TestRun.current().postgres().create("strange_schema");
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(database.url());
    source.setUser(database.username());
    source.setPassword(database.password());
    Schema.migrate(source);
    database.change("UPDATE flyway_schema_history SET checksum = 1 WHERE version = '001'");

    assertThatThrownBy(() -> Schema.migrate(source))
        .isInstanceOf(UnusableSchemaException.class)
        .hasMessageContaining("something else than this version");
  }
}
