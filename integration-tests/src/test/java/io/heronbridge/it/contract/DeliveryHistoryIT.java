package io.heronbridge.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.it.support.Database;
import io.heronbridge.it.support.TestRun;
import io.heronbridge.persistence.database.Schema;
import io.heronbridge.persistence.history.DeliverySpan;
import io.heronbridge.persistence.history.DeliverySpans;
import io.heronbridge.persistence.history.SpanLength;
import io.heronbridge.persistence.outbox.MessageKind;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The history behind the charts: every attempt once, whoever counts and however often. */
class DeliveryHistoryIT {
  private static final int NODES = 8;
  private static Database database;
  private static DeliverySpans spans;
  private static OutboxRows outbox;

  @BeforeAll
  static void migrate() {
    database = TestRun.current().postgres().create("delivery_history");
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(database.url());
    dataSource.setUser(database.username());
    Schema.migrate(dataSource);
    spans = new DeliverySpans(dataSource);
    outbox = new OutboxRows(database);
  }

  @BeforeEach
  void forgetEverything() {
    database.change("DELETE FROM delivery_history");
    database.change("DELETE FROM attempt");
    database.change("DELETE FROM outbox_message");
    awaitCalmSecond();
  }

  /** The tests speak of the minute that ended last, so the present one must not end meanwhile. */
  private static void awaitCalmSecond() {
    database.column(
        """
        SELECT pg_sleep(CASE WHEN extract(second FROM clock_timestamp()) > 55
                             THEN 60.1 - extract(second FROM clock_timestamp()) ELSE 0 END)""");
  }

  /** One that ended so many minutes before the present minute began, and thirty seconds. */
  private static void attempt(String outcome, int minutesAgo, long millis) {
    database.change(
        """
        INSERT INTO attempt (id, message, kind, subject, number, claim_number, node, started_at,
                             duration_ms, outcome)
        VALUES (gen_random_uuid(), gen_random_uuid(), 'CREATE_LINK', gen_random_uuid(), 1, 1, 'a',
                date_bin('1 minute', now(), 'epoch') - make_interval(mins => ?)
                  - interval '30 seconds' - ? * interval '1 millisecond',
                ?, ?)""",
        minutesAgo,
        millis,
        millis,
        outcome);
  }

  private static List<DeliverySpan> seen(SpanLength length) throws SQLException {
    return spans.since(length, Instant.now().minus(Duration.ofDays(1)));
  }

  @Test
  void attemptsAreCountedByOutcomeWhenTheyEnded() throws SQLException {
    attempt("DELIVERED", 0, 120);
    attempt("CONFIRMED", 0, 120);
    attempt("TIMEOUT", 0, 290_000);
    attempt("UNAUTHORISED", 0, 10);
    attempt("ABANDONED", 0, 10);
    outbox.message(MessageKind.CREATE_LINK, outbox.integration("ACTIVE"));

    assertThat(spans.enterLastMinute()).isTrue();

    List<DeliverySpan> minutes = seen(SpanLength.MINUTE);
    assertThat(minutes).hasSize(1);
    assertThat(minutes.get(0).delivered()).isEqualTo(2);
    assertThat(minutes.get(0).failed()).isEqualTo(1);
    assertThat(minutes.get(0).refused()).isEqualTo(1);
    assertThat(minutes.get(0).backlog()).contains(1L);
    assertThat(minutes.get(0).latencies().quantile(0.5).orElseThrow())
        .isBetween(Duration.ofMillis(100), Duration.ofMillis(150));
    assertThat(minutes.get(0).latencies().quantile(1).orElseThrow())
        .isBetween(Duration.ofMinutes(2), Duration.ofMinutes(5));
  }

  @Test
  void longerSpansAddUp() throws SQLException {
    attempt("DELIVERED", 0, 120);

    spans.enterLastMinute();

    for (SpanLength length : SpanLength.values()) {
      assertThat(seen(length)).as(length.name()).hasSize(1);
      assertThat(seen(length).get(0).delivered()).isEqualTo(1);
      assertThat(seen(length).get(0).minutes()).isEqualTo(1);
      assertThat(seen(length).get(0).latencies().quantile(0.5)).isPresent();
    }
  }

  @Test
  void manyNodesCountOnce() throws Exception {
    attempt("DELIVERED", 0, 120);
    ExecutorService nodes = Executors.newFixedThreadPool(NODES);
    Callable<Boolean> node = spans::enterLastMinute;

    List<Boolean> wasFirst = new ArrayList<>();
    try {
      for (Future<Boolean> done : nodes.invokeAll(Collections.nCopies(NODES, node))) {
        wasFirst.add(done.get());
      }
    } finally {
      nodes.shutdown();
    }

    assertThat(wasFirst).containsOnlyOnce(true);
    assertThat(seen(SpanLength.MINUTE).get(0).delivered()).isEqualTo(1);
    assertThat(seen(SpanLength.TWO_HOURS).get(0).delivered()).isEqualTo(1);
  }

  @Test
  void outcomeThatIsRecordedLateIsCountedAfterAll() throws SQLException {
    attempt("DELIVERED", 2, 120);

    spans.enterLastMinute();
    attempt("DELIVERED", 2, 120);
    nextMinuteIsOver();
    spans.enterLastMinute();

    assertThat(seen(SpanLength.MINUTE)).extracting(DeliverySpan::delivered).contains(2L);
    assertThat(seen(SpanLength.TWO_HOURS).stream().mapToLong(DeliverySpan::delivered).sum())
        .isEqualTo(2);
  }

  /** As if the minute that was entered had been the one before. */
  private static void nextMinuteIsOver() {
    database.change(
        """
        DELETE FROM delivery_history
         WHERE span_minutes = 1
           AND begins = date_bin('1 minute', now(), 'epoch') - interval '1 minute'""");
  }

  @Test
  void minuteThatNobodyLookedAtIsNoZero() throws SQLException {
    attempt("DELIVERED", 3, 120);

    spans.enterLastMinute();

    List<DeliverySpan> minutes = seen(SpanLength.MINUTE);
    assertThat(minutes).extracting(DeliverySpan::delivered).containsExactly(1L, 0L);
    assertThat(minutes.get(0).backlog()).isEmpty();
    assertThat(Duration.between(minutes.get(0).begins(), minutes.get(1).begins()))
        .isEqualTo(Duration.ofMinutes(3));
  }

  @Test
  void whatIsTooOldForEveryChartIsForgotten() throws SQLException {
    for (int length : new int[] {1, 15, 120}) {
      database.change(
          """
          INSERT INTO delivery_history (span_minutes, begins, minutes, delivered, failed, refused,
                                        latencies)
          SELECT ?, now() - interval '16 days', 1, 0, 0, 0, '{}'""",
          length);
    }

    spans.enterLastMinute();

    assertThat(database.number("SELECT count(*) FROM delivery_history")).isEqualTo(3);
  }
}
