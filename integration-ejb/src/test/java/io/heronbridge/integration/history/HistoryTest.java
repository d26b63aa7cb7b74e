package io.heronbridge.integration.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.persistence.history.DeliverySpan;
import io.heronbridge.persistence.history.Latencies;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:40:30Z");

  private static DeliverySpan span(String begins) {
    return new DeliverySpan(
        Instant.parse(begins), 1, 3, 0, 0, new Latencies(List.of()), Optional.of(0L));
  }

  @Test
  void lastHourEndsWithTheMinuteThatEndedLast() {
    History history = History.of(Range.HOUR, List.of(span("2026-11-22T10:39:00Z")), NOW);

    assertThat(history.spans()).hasSize(60);
    assertThat(history.spans().get(0).begins()).isEqualTo("2026-11-22T09:40:00Z");
    assertThat(history.spans().get(59).seen()).isPresent();
  }

  @Test
  void spanThatNobodyLookedAtIsAGap() {
    History history =
        History.of(
            Range.HOUR, List.of(span("2026-11-22T10:36:00Z"), span("2026-11-22T10:39:00Z")), NOW);

    assertThat(history.spans().subList(56, 60))
        .extracting(each -> each.seen().isPresent())
        .containsExactly(true, false, false, true);
  }

  @Test
  void presentSpanCountsOnceItHasBegunToBeSeen() {
    History before = History.of(Range.DAY, List.of(span("2026-11-22T10:15:00Z")), NOW);
    History after =
        History.of(
            Range.DAY, List.of(span("2026-11-22T10:15:00Z"), span("2026-11-22T10:30:00Z")), NOW);

    assertThat(before.spans().get(95).begins()).isEqualTo("2026-11-22T10:15:00Z");
    assertThat(after.spans().get(95).begins()).isEqualTo("2026-11-22T10:30:00Z");
  }

  @Test
  void weekIsMadeOfSpansOfTwoHours() {
    History history = History.of(Range.WEEK, List.of(), NOW);

    Instant first = history.spans().get(0).begins();
    Instant last = history.spans().get(83).begins();
    assertThat(Duration.between(first, last)).isEqualTo(Duration.ofDays(7).minusHours(2));
    assertThat(history.spans()).allMatch(each -> each.seen().isEmpty());
  }
}
