package io.heronbridge.integration.heron;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Reads an answer and keeps no more of it than anybody needs. */
final class BoundedAnswer implements AsyncResponseConsumer<HeronAnswer> {
  private static final int MAX_KEPT = 64 * 1024;

  /** A limit beyond it is none. */
  private static final long MOST_REQUESTS = 1_000_000;

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private HttpResponse response;
  private FutureCallback<HeronAnswer> callback;

  @Override
  public void consumeResponse(
      HttpResponse answer,
      EntityDetails entity,
      HttpContext context,
      FutureCallback<HeronAnswer> done) {
    this.response = answer;
    this.callback = done;
    if (entity == null) {
      finish();
    }
  }

  @Override
  public void informationResponse(HttpResponse answer, HttpContext context) {
    // Nothing is expected of interim answers.
  }

  @Override
  public void updateCapacity(CapacityChannel channel) throws java.io.IOException {
    channel.update(Integer.MAX_VALUE);
  }

  @Override
  public void consume(ByteBuffer source) {
    int wanted = Math.min(source.remaining(), MAX_KEPT - kept.size());
    byte[] bytes = new byte[wanted];
    source.get(bytes);
    kept.writeBytes(bytes);
    source.position(source.limit());
  }

  @Override
  public void streamEnd(List<? extends Header> trailers) {
    finish();
  }

  private void finish() {
    String body = kept.toString(UTF_8);
    callback.completed(new HeronAnswer.Answered(response.getCode(), body, retryAfter(), limits()));
  }

  /** The end of the window is told in Unix seconds, so it is compared with the other's Date too. */
  private Optional<HeronLimits.Told> limits() {
    Optional<Long> limit = number("X-RateLimit-Limit");
    Optional<Long> remaining = number("X-RateLimit-Remaining");
    Optional<Long> reset = number("X-RateLimit-Reset");
    if (limit.isEmpty() || remaining.isEmpty() || reset.isEmpty()) {
      return Optional.empty();
    }
    try {
      Duration untilReset =
          Duration.ofSeconds(reset.get() - date().orElseGet(Instant::now).getEpochSecond());
      return Optional.of(
          new HeronLimits.Told(sane(limit.get()), sane(remaining.get()), untilReset));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static int sane(long number) {
    return (int) Math.min(number, MOST_REQUESTS);
  }

  private Optional<Long> number(String name) {
    return Optional.ofNullable(response.getFirstHeader(name))
        .map(header -> header.getValue().trim())
        .filter(value -> value.matches("\\d{1,12}"))
        .map(Long::valueOf);
  }

  private Optional<Instant> date() {
    return Optional.ofNullable(response.getFirstHeader("Date"))
        .map(header -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header.getValue())));
  }

  private Optional<Duration> retryAfter() {
    Header header = response.getFirstHeader("Retry-After");
    if (header == null) {
      return Optional.empty();
    }
    String text = header.getValue().trim();
    try {
      if (text.matches("\\d{1,6}")) {
        return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
      }
      return sinceDate(text);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /**
   * A date is told by the other side's clock, so it is compared with the other side's Date header.
   */
  private Optional<Duration> sinceDate(String text) {
    Optional<Instant> now = date();
    if (now.isEmpty()) {
      return Optional.empty();
    }
    Instant until = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
    Duration wait = Duration.between(now.get(), until);
    return wait.isNegative() ? Optional.empty() : Optional.of(wait);
  }

  @Override
  public void failed(Exception cause) {
    // The call's own callback tells.
  }

  @Override
  public void releaseResources() {
    kept.reset();
  }
}
