package io.heronbridge.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.it.support.Database;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.TestRun;
import io.heronbridge.persistence.database.Schema;
import io.heronbridge.persistence.integrationlink.LinkReadings;
import io.heronbridge.persistence.integrationlink.LinkReadings.Claim;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Nodes that share the readings: each link is one node's at a time, and none is forgotten. */
class LinkReadingsIT {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration BRIEF = Duration.ofMillis(200);
  private static Database database;
  private static LinkReadings readings;
  private static OutboxRows rows;

  @BeforeAll
  static void migrate() {
    database = TestRun.current().postgres().create("reading_contract");
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(database.url());
    dataSource.setUser(database.username());
    Schema.migrate(dataSource);
    readings = new LinkReadings(dataSource);
    rows = new OutboxRows(database);
  }

  @AfterEach
  void forgetEverything() {
    for (String table : List.of("integration_link", "item", "end_user", "integration")) {
      database.change("DELETE FROM " + table);
    }
  }

  private static UUID endUser() {
    UUID id = UUID.randomUUID();
    database.change(
        "INSERT INTO end_user (id, end_user_id, created_at) VALUES (?, ?, now())",
        id,
        id.toString());
    return id;
  }

  /**
   * @param due as in {@code now() + interval '1 hour'}
   */
  private static UUID link(UUID integration, UUID endUser, String itemStatus, String due) {
    UUID item = UUID.randomUUID();
    database.change(
        "INSERT INTO item (id, item_id, integration, end_user, accounts, status, created_at)"
            + " VALUES (?, ?, ?, ?, '[]', ?, now())",
        item,
        item.toString(),
        integration,
        endUser,
        itemStatus);
    UUID link = UUID.randomUUID();
    database.change(
        "INSERT INTO integration_link (id, item, integration, status, attempts, created_at, read_due_at)"
            + " VALUES (?, ?, ?, 'LINKED', 1, now(), "
            + due
            + ")",
        link,
        item,
        integration);
    return link;
  }

  private static List<UUID> claimed(int limit, Duration lease) throws SQLException {
    return readings.claim(limit, lease, Duration.ofHours(1)).stream().map(Claim::link).toList();
  }

  @Test
  void longestWaitingAreClaimedFirstAndByOneNodeOnly() throws SQLException {
    UUID integration = rows.integration("ACTIVE");
    UUID later = link(integration, endUser(), "ACTIVE", "now() - interval '1 minute'");
    UUID first = link(integration, endUser(), "ACTIVE", "now() - interval '1 hour'");
    link(integration, endUser(), "ACTIVE", "now() + interval '1 minute'");

    assertThat(claimed(1, LONG)).containsExactly(first);
    assertThat(claimed(5, LONG)).containsExactly(later);
    assertThat(claimed(5, LONG)).isEmpty();
  }

  @Test
  void claimThatWasNotRecordedRunsOutByItself() throws SQLException {
    UUID link = link(rows.integration("ACTIVE"), endUser(), "ACTIVE", "now()");
    claimed(1, BRIEF);

    List<UUID> again = new ArrayList<>();
    Eventually.within(
        Duration.ofSeconds(10),
        () -> {
          again.addAll(claimed(1, LONG));
          assertThat(again).containsExactly(link);
        });
  }

  @Test
  void linksOfTheSameEndUserComeAlong() throws SQLException {
    UUID integration = rows.integration("ACTIVE");
    UUID endUser = endUser();
    UUID due = link(integration, endUser, "ACTIVE", "now()");
    UUID soon = link(integration, endUser, "ACTIVE", "now() + interval '50 minutes'");
    link(integration, endUser, "ACTIVE", "now() + interval '70 minutes'");
    link(rows.integration("ACTIVE"), endUser, "ACTIVE", "now() + interval '50 minutes'");

    assertThat(claimed(1, LONG)).containsExactlyInAnyOrder(due, soon);
  }

  @Test
  void whatWasRemovedIsNotRead() throws SQLException {
    UUID integration = rows.integration("ACTIVE");
    link(integration, endUser(), "REMOVED", "now()");
    link(integration, endUser(), "ACTIVE", "NULL");

    assertThat(claimed(5, LONG)).isEmpty();
  }
}
