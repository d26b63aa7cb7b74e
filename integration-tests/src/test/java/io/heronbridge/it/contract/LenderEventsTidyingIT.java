package io.heronbridge.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.it.support.Database;
import io.heronbridge.it.support.TestRun;
import io.heronbridge.persistence.database.Schema;
import io.heronbridge.persistence.lenderevent.LenderEvents;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Events go when their time is over, with their end user or with their integration. */
class LenderEventsTidyingIT {
  private static final int MANY = 100;
  private static Database database;
  private static EntityManagerFactory factory;

  private UUID integration;

  @BeforeAll
  static void migrate() {
    database = TestRun.current().postgres().create("events_contract");
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(database.url());
    dataSource.setUser(database.username());
    Schema.migrate(dataSource);
    factory =
        Persistence.createEntityManagerFactory(
            "outbox-alone", Map.of("jakarta.persistence.nonJtaDataSource", dataSource));
  }

  @AfterAll
  static void close() {
    factory.close();
  }

  @BeforeEach
  void begin() {
    for (String table : List.of("lender_event", "finished_message", "integration")) {
      database.change("DELETE FROM " + table);
    }
    integration = new OutboxRows(database).integration("ACTIVE");
  }

  /**
   * @param ended so long ago; null for one that is still to be sent
   */
  private UUID event(String status, UUID endUser, Duration ended) {
    UUID id = UUID.randomUUID();
    database.change(
        "INSERT INTO lender_event (id, integration, type, end_user, body, status, attempts,"
            + " created_at, finished_at) VALUES (?, ?, 'LINK_LINKED', ?, '{}', ?, 1, now(),"
            + " now() - CAST(? AS interval))",
        id,
        integration,
        endUser,
        status,
        ended == null ? null : ended.toString());
    return id;
  }

  private void message(UUID subject, String kind, String state) {
    database.change(
        "INSERT INTO finished_message (id, kind, subject, integration, state, claim_number,"
            + " attempts, uncertain, created_at, finished_at)"
            + " VALUES (?, ?, ?, ?, ?, 1, 1, false, now(), now())",
        UUID.randomUUID(),
        kind,
        subject,
        integration,
        state);
  }

  private boolean isThere(String table, String column, UUID id) {
    return database.number("SELECT count(*) FROM " + table + " WHERE " + column + " = ?", id) > 0;
  }

  private boolean isThere(UUID event) {
    return isThere("lender_event", "id", event);
  }

  private boolean hasMessage(UUID event) {
    return isThere("finished_message", "subject", event);
  }

  private static <T> T inTransaction(Function<LenderEvents, T> step) {
    EntityManager own = factory.createEntityManager();
    try {
      own.getTransaction().begin();
      T result = step.apply(new LenderEvents(own));
      own.getTransaction().commit();
      return result;
    } finally {
      own.close();
    }
  }

  private static int forgetOlderThan(Duration age, int most) {
    return inTransaction(events -> events.forgetBefore(Instant.now().minus(age), most));
  }

  @Test
  void whatEndedBeforeGoesWithItsMessageHoweverItEnded() {
    UUID delivered = event("DELIVERED", null, Duration.ofDays(91));
    UUID failed = event("FAILED", null, Duration.ofDays(91));
    UUID cancelled = event("CANCELLED", null, Duration.ofDays(91));
    UUID fresh = event("FAILED", null, Duration.ofDays(89));
    UUID pending = event("PENDING", null, null);
    message(failed, "TELL_LENDER", "DEAD");
    message(fresh, "TELL_LENDER", "DEAD");

    int gone = forgetOlderThan(Duration.ofDays(90), MANY);

    assertThat(gone).isEqualTo(3);
    assertThat(List.of(delivered, failed, cancelled)).noneMatch(this::isThere);
    assertThat(List.of(fresh, pending)).allMatch(this::isThere);
    assertThat(hasMessage(failed)).isFalse();
    assertThat(hasMessage(fresh)).isTrue();
  }

  @Test
  void noMoreGoAtOnceThanWasAsked() {
    for (int i = 0; i < 3; i++) {
      event("DELIVERED", null, Duration.ofDays(91));
    }

    assertThat(forgetOlderThan(Duration.ofDays(90), 2)).isEqualTo(2);
    assertThat(forgetOlderThan(Duration.ofDays(90), 2)).isEqualTo(1);
  }

  @Test
  void eventsOfAnErasedEndUserGoAsSoonAsTheyHaveEnded() {
    UUID erased = UUID.randomUUID();
    UUID sent = event("DELIVERED", erased, Duration.ofMinutes(1));
    UUID waiting = event("PENDING", erased, null);
    UUID other = event("DELIVERED", UUID.randomUUID(), Duration.ofMinutes(1));

    inTransaction(
        events -> {
          events.eraseOf(erased);
          return null;
        });
    int first = forgetOlderThan(Duration.ofDays(90), MANY);
    database.change(
        "UPDATE lender_event SET status = 'FAILED', finished_at = now() WHERE id = ?", waiting);
    int second = forgetOlderThan(Duration.ofDays(90), MANY);

    assertThat(List.of(first, second)).containsOnly(1);
    assertThat(List.of(sent, waiting)).noneMatch(this::isThere);
    assertThat(isThere(other)).isTrue();
    assertThat(isThere("lender_event", "end_user", erased)).isFalse();
  }

  @Test
  void deadMessagesGoWithTheirIntegrationAndNoOthers() {
    UUID dead = event("FAILED", null, Duration.ofMinutes(1));
    UUID link = UUID.randomUUID();
    message(dead, "TELL_LENDER", "DEAD");
    message(link, "CREATE_LINK", "DEAD");

    inTransaction(
        events -> {
          events.forgetMessagesOf(integration);
          return null;
        });
    database.change("DELETE FROM integration");

    assertThat(hasMessage(dead)).isFalse();
    assertThat(isThere(dead)).isFalse();
    assertThat(hasMessage(link)).isTrue();
  }
}
