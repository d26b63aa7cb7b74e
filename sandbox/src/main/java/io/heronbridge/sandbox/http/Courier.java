package io.heronbridge.sandbox.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Posts parcels without blocking the caller, and tries again after the parcel's own delays. */
public final class Courier {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
  private static final Duration LONGEST_WAIT = Duration.ofHours(4);
  private static final int REMEMBERED = 2_000;
  private static final int TOO_MANY_REQUESTS = 429;

  private final ScheduledExecutorService timer;
  private final HttpClient client;
  private final Deque<Delivery> deliveries = new ConcurrentLinkedDeque<>();
  private final AtomicLong ids = new AtomicLong();

  public Courier(ScheduledExecutorService timer) {
    this.timer = timer;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWER_WITHIN)
            .executor(timer)
            .build();
  }

  public Delivery send(Parcel parcel) {
    Delivery delivery = new Delivery(ids.incrementAndGet(), parcel);
    deliveries.addLast(delivery);
    while (deliveries.size() > REMEMBERED) {
      deliveries.pollFirst();
    }
    attempt(delivery);
    return delivery;
  }

  /** The latest deliveries, oldest first. */
  public List<Delivery> deliveries() {
    return List.copyOf(deliveries);
  }

  public void clear() {
    deliveries.clear();
  }

  private void attempt(Delivery delivery) {
    Instant at = Instant.now();
    HttpRequest request;
    try {
      request = toRequest(delivery.parcel());
    } catch (IllegalArgumentException unusable) {
      delivery.add(new Delivery.Attempt(at, 0, "unusable address: " + unusable.getMessage()));
      delivery.end(Delivery.State.GIVEN_UP);
      return;
    }
    client
        .sendAsync(request, HttpResponse.BodyHandlers.discarding())
        .whenComplete((response, failure) -> conclude(delivery, at, response, failure));
  }

  private static HttpRequest toRequest(Parcel parcel) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(parcel.url()))
            .timeout(ANSWER_WITHIN)
            .POST(HttpRequest.BodyPublishers.ofByteArray(parcel.body()));
    parcel.headers().get().forEach(builder::header);
    return builder.build();
  }

  private void conclude(
      Delivery delivery, Instant at, HttpResponse<Void> response, Throwable failure) {
    if (failure != null) {
      delivery.add(new Delivery.Attempt(at, 0, String.valueOf(failure.getMessage())));
      retry(delivery, nextDelay(delivery));
      return;
    }
    delivery.add(new Delivery.Attempt(at, response.statusCode(), ""));
    if (delivery.parcel().accepted().test(response.statusCode())) {
      delivery.end(Delivery.State.DELIVERED);
    } else if (response.statusCode() == TOO_MANY_REQUESTS) {
      Optional<Duration> asked =
          response.headers().firstValue("Retry-After").flatMap(Courier::seconds);
      retry(delivery, asked.orElseGet(() -> nextDelay(delivery)));
    } else {
      retry(delivery, nextDelay(delivery));
    }
  }

  private static Optional<Duration> seconds(String retryAfter) {
    try {
      Duration wait =
          retryAfter.startsWith("P")
              ? Duration.parse(retryAfter)
              : Duration.ofSeconds(Long.parseLong(retryAfter.trim()));
      return Optional.of(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    } catch (NumberFormatException | DateTimeParseException unreadable) {
      return Optional.empty();
    }
  }

  private static Duration nextDelay(Delivery delivery) {
    List<Duration> delays = delivery.parcel().retryDelays();
    int failures = delivery.attempts().size();
    return failures <= delays.size() ? delays.get(failures - 1) : Duration.ZERO;
  }

  private void retry(Delivery delivery, Duration wait) {
    if (delivery.attempts().size() > delivery.parcel().retryDelays().size()) {
      delivery.end(Delivery.State.GIVEN_UP);
      return;
    }
    try {
      timer.schedule(() -> attempt(delivery), wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closing) {
      delivery.end(Delivery.State.GIVEN_UP);
    }
  }
}
