package io.heronbridge.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.it.support.Database;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.TestRun;
import io.heronbridge.persistence.database.Schema;
import io.heronbridge.persistence.integration.HeronBreakers;
import io.heronbridge.persistence.integration.HeronBreakers.Rule;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Heron that fails is left alone by all nodes, but for one that finds out. */
class HeronBreakersIT {
  private static final Duration BRIEF = Duration.ofMillis(50);
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Probed soon for the first time, then not for the length of a test. */
  private static final Rule RULE = new Rule(10, List.of(BRIEF, LONG));

  private static Database database;
  private static HeronBreakers breakers;

  private final UUID integration = new OutboxRows(database).integration("ACTIVE");

  @BeforeAll
  static void migrate() {
    database = TestRun.current().postgres().create("breaker_contract");
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(database.url());
    dataSource.setUser(database.username());
    Schema.migrate(dataSource);
    breakers = new HeronBreakers(dataSource);
  }

  private boolean isOpen() {
    return database.number(
            "SELECT count(*) FROM heron_breaker WHERE trips > 0 AND integration = ?", integration)
        == 1;
  }

  private void open() throws SQLException {
    breakers.fail(integration, 10, "503", RULE);
    assertThat(isOpen()).isTrue();
  }

  private void probe() {
    Eventually.within(PATIENCE, () -> assertThat(breakers.mayProbe(integration, LONG)).isTrue());
  }

  @Test
  void opensAfterTenFailuresInARow() throws SQLException {
    breakers.fail(integration, 9, "503", RULE);
    assertThat(isOpen()).isFalse();

    breakers.fail(integration, 1, "503", RULE);

    assertThat(isOpen()).isTrue();
  }

  @Test
  void anyAnswerBeginsTheCountAnew() throws SQLException {
    breakers.fail(integration, 9, "503", RULE);
    breakers.close(List.of(integration));

    breakers.fail(integration, 9, "503", RULE);

    assertThat(isOpen()).isFalse();
  }

  @Test
  void onlyOneMayProbe() throws SQLException {
    open();
    probe();

    assertThat(breakers.mayProbe(integration, LONG)).isFalse();
  }

  @Test
  void probeThatNobodyTellsOfIsMadeAgain() throws SQLException {
    open();
    Eventually.within(PATIENCE, () -> assertThat(breakers.mayProbe(integration, BRIEF)).isTrue());

    probe();
  }

  @Test
  void failedProbeIsFollowedByTheLongerPause() throws SQLException {
    open();
    probe();

    breakers.fail(integration, 1, "503", RULE);

    assertThat(
            database.number(
                "SELECT count(*) FROM heron_breaker"
                    + " WHERE integration = ? AND probe_at > now() + interval '30 s'",
                integration))
        .isEqualTo(1);
  }

  @Test
  void callsThatWereUnderWayDoNotLengthenThePause() throws SQLException {
    open();

    breakers.fail(integration, 64, "503", RULE);

    probe();
  }

  @Test
  void closedOneLetsEverythingThrough() throws SQLException {
    open();
    probe();

    breakers.close(List.of(integration));

    assertThat(isOpen()).isFalse();
    assertThat(breakers.mayProbe(integration, LONG)).isFalse();
  }
}
