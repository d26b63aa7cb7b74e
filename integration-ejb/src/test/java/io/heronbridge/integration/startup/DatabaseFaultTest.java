package io.heronbridge.integration.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.persistence.database.UnusableSchemaException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DatabaseFaultTest {

  @Test
  void strangeSchemaStopsTheStartWithItsSentence() {
    Exception strange = new UnusableSchemaException("Start another version.", new SQLException());

    DatabaseFault fault = DatabaseFault.of(new IllegalStateException("migration", strange));

    assertThat(fault).isEqualTo(new DatabaseFault("Start another version.", true));
  }

  @Test
  void refusedPasswordIsForAPerson() {
    DatabaseFault fault = DatabaseFault.of(new SQLException("no", "28P01"));

    assertThat(fault.isForAPerson()).isTrue();
    assertThat(fault.sentence()).contains("BRIDGE_DATABASE_PASSWORD");
  }

  @Test
  void silentServerIsWaitedFor() {
    DatabaseFault fault = DatabaseFault.of(new SQLException("refused", "08001"));

    assertThat(fault.isForAPerson()).isFalse();
    assertThat(fault.sentence()).contains("08001");
  }
}
