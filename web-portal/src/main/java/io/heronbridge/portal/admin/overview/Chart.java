package io.heronbridge.portal.admin.overview;

import io.heronbridge.integration.history.History.Seen;
import io.heronbridge.portal.page.TimeWords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A table of the history, which a script draws beside it.
 *
 * @param said what it shows, in words
 * @param rows the newest first
 */
public record Chart(String key, String title, String said, List<Column> columns, List<Row> rows) {

  /**
   * @param tone of its line or bars
   */
  public record Column(String title, String tone) {}

  /**
   * One span, or several together that nobody looked at; those have no cells.
   *
   * @param label when it began, in UTC
   * @param note what to know about how it was seen
   */
  public record Row(String label, String note, Instant begins, List<Cell> cells) {}

  /**
   * @param value for the drawing; empty when there is none
   */
  public record Cell(String value, String text) {}

  /** One row of every chart; the cells are the chart's own. */
  record Place(String label, String note, Instant begins, Optional<Seen> seen) {
    Row row(Function<Seen, List<Cell>> cells) {
      return new Row(label, note, begins, seen.map(cells).orElse(List.of()));
    }
  }

  static Chart deliveries(List<Place> places) {
    List<Seen> seen = seen(places);
    String said =
        String.format(
            Locale.ENGLISH,
            "%,d delivered, %,d failed for now, %,d refused",
            seen.stream().mapToLong(Seen::delivered).sum(),
            seen.stream().mapToLong(Seen::failed).sum(),
            seen.stream().mapToLong(Seen::refused).sum());
    return new Chart(
        "deliveries",
        "Deliveries",
        said,
        List.of(
            new Column("Delivered", "calm"),
            new Column("Failed for now", "warning"),
            new Column("Refused", "danger")),
        rows(
            places,
            each -> List.of(count(each.delivered()), count(each.failed()), count(each.refused()))));
  }

  static Chart latency(List<Place> places) {
    String said =
        seen(places).stream()
            .filter(each -> each.median().isPresent())
            .findFirst()
            .map(
                each ->
                    "Lately half within %s, 99 %% within %s"
                        .formatted(took(each.median()).text(), took(each.slowest()).text()))
            .orElse("No answers yet");
    return new Chart(
        "latency",
        "Latency",
        said,
        List.of(new Column("Half within", "calm"), new Column("99 % within", "warning")),
        rows(places, each -> List.of(took(each.median()), took(each.slowest()))));
  }

  static Chart backlog(List<Place> places) {
    List<Long> levels = seen(places).stream().flatMap(each -> each.backlog().stream()).toList();
    String said =
        levels.isEmpty()
            ? "Not seen yet"
            : String.format(
                Locale.ENGLISH,
                "%,d lately, %,d at most",
                levels.get(0),
                levels.stream().mapToLong(Long::longValue).max().orElse(0));
    return new Chart(
        "backlog",
        "Backlog",
        said,
        List.of(new Column("Waiting", "calm")),
        rows(places, each -> List.of(each.backlog().map(Chart::count).orElse(none()))));
  }

  private static List<Seen> seen(List<Place> places) {
    return places.stream().flatMap(place -> place.seen().stream()).toList();
  }

  private static List<Row> rows(List<Place> places, Function<Seen, List<Cell>> cells) {
    return places.stream().map(place -> place.row(cells)).toList();
  }

  private static Cell count(long number) {
    return new Cell(Long.toString(number), String.format(Locale.ENGLISH, "%,d", number));
  }

  private static Cell took(Optional<Duration> duration) {
    return duration.map(Chart::took).orElse(none());
  }

  private static Cell took(Duration duration) {
    long millis = duration.toMillis();
    return new Cell(Long.toString(millis), TimeWords.duration(millis));
  }

  private static Cell none() {
    return new Cell("", "");
  }

  /** The charts of a history. */
  static List<Chart> of(List<Place> places) {
    return List.of(deliveries(places), latency(places), backlog(places));
  }
}
