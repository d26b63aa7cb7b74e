package io.heronbridge.integration.history;

import io.heronbridge.persistence.history.DeliverySpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What was attempted in a range, span by span, the oldest first. */
public record History(Range range, List<Span> spans) {
  private static final double MEDIAN = 0.5;
  private static final double SLOWEST = 0.99;

  /**
   * One span.
   *
   * @param seen empty when nobody looked: that is no zero
   */
  public record Span(Instant begins, Optional<Seen> seen) {}

  /**
   * What was seen of a span.
   *
   * @param minutes how many of its minutes were looked at
   * @param failed may have been tried again
   * @param refused for good, or until a person mends a key
   * @param median half of the answers came within; empty without answers
   * @param slowest 99 of a hundred answers came within
   * @param backlog most messages that waited; empty when that was not seen
   */
  public record Seen(
      int minutes,
      long delivered,
      long failed,
      long refused,
      Optional<Duration> median,
      Optional<Duration> slowest,
      Optional<Long> backlog) {

    private static Seen of(DeliverySpan span) {
      return new Seen(
          span.minutes(),
          span.delivered(),
          span.failed(),
          span.refused(),
          span.latencies().quantile(MEDIAN),
          span.latencies().quantile(SLOWEST),
          span.backlog());
    }
  }

  /**
   * @param known at least those of the range; others are left out
   */
  static History of(Range range, List<DeliverySpan> known, Instant now) {
    Instant present = range.length().beginOf(now);
    // The present span is entered when its first minute is over: until then, the one before is
    // last.
    boolean begun = known.stream().anyMatch(span -> !span.begins().isBefore(present));
    Instant last = begun ? present : present.minus(range.span());
    Map<Instant, DeliverySpan> byBegin =
        known.stream().collect(Collectors.toMap(DeliverySpan::begins, Function.identity()));
    Instant first = range.first(last);
    List<Span> spans =
        IntStream.range(0, range.spans())
            .mapToObj(place -> first.plus(range.span().multipliedBy(place)))
            .map(begins -> new Span(begins, Optional.ofNullable(byBegin.get(begins)).map(Seen::of)))
            .toList();
    return new History(range, spans);
  }
}
