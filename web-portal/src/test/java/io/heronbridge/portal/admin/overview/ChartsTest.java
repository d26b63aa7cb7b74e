package io.heronbridge.portal.admin.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.integration.history.History;
import io.heronbridge.integration.history.History.Seen;
import io.heronbridge.integration.history.History.Span;
import io.heronbridge.integration.history.Range;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChartsTest {
  private static final Instant FIRST = Instant.parse("2026-11-22T10:00:00Z");
  private static final Span GAP = new Span(FIRST, Optional.empty());

  private static Span at(Range range, int place, int minutes) {
    Seen seen =
        new Seen(
            minutes,
            12,
            1,
            0,
            Optional.of(Duration.ofMillis(120)),
            Optional.of(Duration.ofMillis(1500)),
            Optional.of(7L));
    return new Span(begin(range, place), Optional.of(seen));
  }

  private static Span gapAt(Range range, int place) {
    return new Span(begin(range, place), Optional.empty());
  }

  private static Instant begin(Range range, int place) {
    return FIRST.plus(range.span().multipliedBy(place));
  }

  @Test
  void gapIsOneRowWithoutNumbers() {
    Charts charts =
        Charts.of(
            new History(
                Range.HOUR,
                List.of(
                    at(Range.HOUR, 0, 1),
                    gapAt(Range.HOUR, 1),
                    gapAt(Range.HOUR, 2),
                    at(Range.HOUR, 3, 1))));

    List<Chart.Row> rows = charts.all().get(0).rows();
    assertThat(rows)
        .extracting(Chart.Row::label)
        .containsExactly("10:03", "10:01 to 10:03", "10:00");
    assertThat(rows.get(1).note()).isEqualTo("not seen");
    assertThat(rows.get(1).cells()).isEmpty();
    assertThat(charts.spans()).isEqualTo(4);
  }

  @Test
  void spanThatWasSeenInPartSaysSo() {
    Charts charts =
        Charts.of(new History(Range.DAY, List.of(at(Range.DAY, 0, 9), at(Range.DAY, 1, 3))));

    assertThat(charts.all().get(0).rows())
        .extracting(Chart.Row::note)
        .containsExactly("so far", "9 of 15 min seen");
  }

  @Test
  void everyChartSaysInWordsWhatItShows() {
    Charts charts = Charts.of(new History(Range.WEEK, List.of(at(Range.WEEK, 0, 120))));

    assertThat(charts.all())
        .extracting(Chart::said)
        .containsExactly(
            "12 delivered, 1 failed for now, 0 refused",
            "Lately half within 120 ms, 99 % within 1.5 s",
            "7 lately, 7 at most");
    assertThat(charts.all().get(1).rows().get(0).cells().get(1))
        .isEqualTo(new Chart.Cell("1500", "1.5 s"));
    assertThat(charts.all().get(0).rows().get(0).label()).isEqualTo("22 Nov 10:00");
  }

  @Test
  void nothingSeenIsNoZero() {
    Charts charts = Charts.of(new History(Range.HOUR, List.of(GAP)));

    assertThat(charts.all()).extracting(Chart::said).contains("No answers yet", "Not seen yet");
    assertThat(charts.address()).isEqualTo("/admin");
    assertThat(charts.choices()).filteredOn(Charts.Choice::isChosen).hasSize(1);
  }
}
