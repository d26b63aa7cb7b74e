package io.heronbridge.integration.heron;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.heronbridge.integration.heron.HeronAnswer.Unanswered;
import io.heronbridge.persistence.outbox.AttemptOutcome;
import io.heronbridge.persistence.webhook.Header;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Posts to lenders' backends under the same rules as to Heron, over connections and threads of its
 * own: a backend, or its name server, that is slow delays no call to Heron.
 */
@ApplicationScoped
public class LenderClient {
  private static final Duration LONGEST = Duration.ofSeconds(15);

  /** As many as there may be calls: each may have to look a name up, which blocks its thread. */
  private static final int BEGINNERS = 32;

  @Inject Courier courier;
  @Resource private ManagedThreadFactory threads;

  private ThreadPoolExecutor beginners;

  @PostConstruct
  void open() {
    beginners =
        new ThreadPoolExecutor(
            BEGINNERS, BEGINNERS, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), threads);
    beginners.allowCoreThreadTimeOut(true);
  }

  @PreDestroy
  void close() {
    beginners.shutdownNow();
  }

  /** Any answer or none within 15 seconds; redirects are not followed. */
  public CompletableFuture<HeronAnswer> tell(URI url, List<Header> headers, byte[] body) {
    long end = System.nanoTime() + LONGEST.toNanos();
    return CompletableFuture.supplyAsync(() -> begin(url, headers, body, end), beginners)
        .thenCompose(Function.identity())
        .completeOnTimeout(late(true), LONGEST.toMillis(), MILLISECONDS);
  }

  private CompletableFuture<HeronAnswer> begin(
      URI url, List<Header> headers, byte[] body, long end) {
    Duration left = Duration.ofNanos(end - System.nanoTime());
    return left.isNegative() || left.toMillis() == 0
        ? CompletableFuture.completedFuture(late(false))
        : courier.send("POST", url, headers, body, left);
  }

  private static HeronAnswer late(boolean mayHaveTakenEffect) {
    return new Unanswered(AttemptOutcome.TIMEOUT, "no answer in time", mayHaveTakenEffect);
  }
}
