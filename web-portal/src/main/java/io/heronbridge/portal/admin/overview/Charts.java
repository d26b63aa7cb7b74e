package io.heronbridge.portal.admin.overview;

import io.heronbridge.integration.history.History;
import io.heronbridge.integration.history.History.Span;
import io.heronbridge.integration.history.Range;
import io.heronbridge.portal.admin.overview.Chart.Place;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How it went, over one range of time.
 *
 * @param address of the overview with this range
 * @param first when the first span began
 * @param spans how many there are, seen or not
 * @param stepMillis how long each is
 */
public record Charts(
    String address,
    Instant first,
    int spans,
    long stepMillis,
    List<Chart> all,
    List<Choice> choices) {
  private static final DateTimeFormatter CLOCK = format("HH:mm");
  private static final DateTimeFormatter DAY = format("d MMM HH:mm");

  /** A range to look at. */
  public record Choice(String title, String address, boolean isChosen) {}

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }

  /** Made from a history. */
  public static Charts of(History history) {
    Range range = history.range();
    List<Span> spans = history.spans();
    List<Choice> choices =
        List.of(
            choice("Last hour", Range.HOUR, range),
            choice("Last day", Range.DAY, range),
            choice("Last week", Range.WEEK, range));
    return new Charts(
        address(range),
        spans.get(0).begins(),
        spans.size(),
        range.span().toMillis(),
        Chart.of(places(range, spans)),
        choices);
  }

  private static Choice choice(String title, Range range, Range chosen) {
    return new Choice(title, address(range), range == chosen);
  }

  private static String address(Range range) {
    return switch (range) {
      case HOUR -> "/admin";
      case DAY -> "/admin?range=day";
      case WEEK -> "/admin?range=week";
    };
  }

  /** The newest first; spans in a row that nobody looked at are one place together. */
  private static List<Place> places(Range range, List<Span> spans) {
    List<Place> places = new ArrayList<>();
    int newest = spans.size() - 1;
    for (int end = newest; end >= 0; ) {
      int begin = end;
      while (begin > 0 && isGap(spans.get(end)) && isGap(spans.get(begin - 1))) {
        begin--;
      }
      places.add(
          isGap(spans.get(end))
              ? gap(range, spans.get(begin), spans.get(end))
              : seen(range, spans.get(end), end == newest));
      end = begin - 1;
    }
    return places;
  }

  private static boolean isGap(Span span) {
    return span.seen().isEmpty();
  }

  private static Place gap(Range range, Span from, Span to) {
    String until = label(range, to.begins().plus(range.span()));
    return new Place(
        label(range, from.begins()) + " to " + until, "not seen", from.begins(), from.seen());
  }

  private static Place seen(Range range, Span span, boolean isNewest) {
    int minutes = span.seen().orElseThrow().minutes();
    long all = range.span().toMinutes();
    String part = isNewest ? "so far" : minutes + " of " + all + " min seen";
    return new Place(
        label(range, span.begins()), minutes < all ? part : "", span.begins(), span.seen());
  }

  private static String label(Range range, Instant instant) {
    return (range == Range.WEEK ? DAY : CLOCK).format(instant);
  }
}
