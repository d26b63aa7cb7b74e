package io.heronbridge.integration.heron;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.integration.heron.HeronAnswer.Unanswered;
import io.heronbridge.integration.net.OutboundRule;
import io.heronbridge.integration.settings.Settings;
import io.heronbridge.integration.trace.Tracer;
import io.heronbridge.persistence.outbox.AttemptOutcome;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CourierTest {
  private static final URI HANGING = URI.create("https://hangs.example/links");
  private static final URI UNKNOWN = URI.create("https://unknown.example/links");

  private final CountDownLatch nameServer = new CountDownLatch(1);
  private Courier courier;

  /** A name server knows no name, and hangs before it says so of one. */
  private final class Hanging extends Courier {
    @Override
    DnsResolver names(OutboundRule rule) {
      return new DnsResolver() {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
          if (host.equals(HANGING.getHost())) {
            awaitNameServer();
          }
          throw new UnknownHostException(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
          return host;
        }
      };
    }
  }

  private void awaitNameServer() {
    try {
      nameServer.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Threads implements ManagedThreadFactory {
    @Override
    public Thread newThread(Runnable work) {
      Thread thread = new Thread(work);
      thread.setDaemon(true);
      return thread;
    }

    @Override
    public ForkJoinWorkerThread newThread(ForkJoinPool pool) {
      throw new UnsupportedOperationException();
    }
  }

  private void open(Duration attemptTimeout) {
    courier = new Hanging();
    courier.threads = new Threads();
    courier.tracer = Tracer.silent();
    courier.settings =
        new Settings(
            "https://bridge.example",
            null,
            null,
            null,
            null,
            false,
            null,
            attemptTimeout,
            null,
            Optional.empty(),
            Optional.empty(),
            0,
            null,
            null,
            null);
    courier.open();
  }

  @AfterEach
  void close() {
    nameServer.countDown();
    courier.close();
  }

  private CompletableFuture<HeronAnswer> send(URI url) {
    return courier.send("POST", url, List.of(), new byte[0]);
  }

  private static Unanswered answer(CompletableFuture<HeronAnswer> call) throws Exception {
    return (Unanswered) call.get(20, TimeUnit.SECONDS);
  }

  @Test
  void nameServerThatHangsHoldsOnlyTheCallsToItsHosts() throws Exception {
    open(Duration.ofMinutes(1));
    List<CompletableFuture<HeronAnswer>> held =
        IntStream.range(0, HeronClient.MOST_CALLS - 1).mapToObj(each -> send(HANGING)).toList();

    Unanswered other = answer(send(UNKNOWN));

    assertThat(other.detail()).contains("does not resolve");
    assertThat(held).noneMatch(CompletableFuture::isDone);
  }

  @Test
  void callBeyondThoseThatMayBeUnderWayIsNotSent() throws Exception {
    open(Duration.ofMinutes(1));
    IntStream.range(0, HeronClient.MOST_CALLS).forEach(each -> send(HANGING));

    Unanswered beyond = answer(send(UNKNOWN));

    assertThat(beyond.outcome()).isEqualTo(AttemptOutcome.CONNECTION);
    assertThat(beyond.mayHaveTakenEffect()).isFalse();
  }

  @Test
  void callWhoseNameIsNotFoundInTimeEndsAllTheSame() throws Exception {
    open(Duration.ofMillis(50));

    Unanswered late = answer(send(HANGING));

    assertThat(late.outcome()).isEqualTo(AttemptOutcome.TIMEOUT);
  }
}
