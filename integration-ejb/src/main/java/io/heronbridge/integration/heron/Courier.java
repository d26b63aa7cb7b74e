package io.heronbridge.integration.heron;

import io.heronbridge.integration.net.OutboundRule;
import io.heronbridge.integration.settings.Settings;
import io.heronbridge.integration.trace.CurrentTrace;
import io.heronbridge.integration.trace.Span;
import io.heronbridge.integration.trace.SpanKind;
import io.heronbridge.integration.trace.Tracer;
import io.heronbridge.persistence.outbox.AttemptOutcome;
import io.heronbridge.persistence.webhook.Header;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends bytes over HTTP/1.1 as they are: no redirects, no retries of its own, no decompression,
 * many calls on two threads. A call begins on a thread of its own, since its name may have to be
 * looked up: a name server that hangs holds no call but those to its hosts, until as many hang as
 * there may be calls. Whoever injects it has one of their own.
 */
@Dependent
class Courier {
  private static final int CONNECT_SECONDS = 5;
  private static final int REACTOR_THREADS = 2;
  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final int FIRST_FAILURE = 400;

  @Inject Settings settings;
  @Inject Tracer tracer;
  @Resource ManagedThreadFactory threads;

  private CloseableHttpAsyncClient client;
  private ExecutorService beginners;

  @PostConstruct
  void open() {
    beginners =
        new ThreadPoolExecutor(
            0, HeronClient.MOST_CALLS, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), threads);
    OutboundRule rule = new OutboundRule(settings.allowPrivateAddresses());
    Timeout attempt = Timeout.of(settings.attemptTimeout());
    client =
        HttpAsyncClients.custom()
            .setConnectionManager(
                PoolingAsyncClientConnectionManagerBuilder.create()
                    .setDnsResolver(names(rule))
                    .setMaxConnTotal(HeronClient.MOST_CALLS)
                    .setMaxConnPerRoute(HeronClient.MOST_CALLS)
                    .setDefaultTlsConfig(
                        TlsConfig.custom().setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1).build())
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(Timeout.ofSeconds(CONNECT_SECONDS))
                            .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                            .setTimeToLive(TimeValue.ofMinutes(5))
                            .build())
                    .build())
            .setIOReactorConfig(IOReactorConfig.custom().setIoThreadCount(REACTOR_THREADS).build())
            .setThreadFactory(threads)
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(attempt)
                    .setConnectionRequestTimeout(attempt)
                    .setExpectContinueEnabled(false)
                    .setProtocolUpgradeEnabled(false)
                    .build())
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableContentCompression()
            .disableCookieManagement()
            .disableAuthCaching()
            .setUserAgent("heron-bridge")
            .build();
    client.start();
  }

  @PreDestroy
  void close() {
    beginners.shutdownNow();
    client.close(CloseMode.IMMEDIATE);
  }

  /**
   * @param body null for none
   */
  CompletableFuture<HeronAnswer> send(String method, URI uri, List<Header> headers, byte[] body) {
    return send(method, uri, headers, body, settings.attemptTimeout());
  }

  /**
   * @param longest for the whole call; never longer than the configured time
   */
  CompletableFuture<HeronAnswer> send(
      String method, URI uri, List<Header> headers, byte[] body, Duration longest) {
    BasicHttpRequest request = new BasicHttpRequest(method, uri);
    headers.forEach(header -> request.addHeader(header.name(), header.value()));
    AsyncEntityProducer entity = body == null ? null : new BasicAsyncEntityProducer(body, null);
    WatchedRequest producer = new WatchedRequest(new BasicRequestProducer(request, entity));
    CompletableFuture<HeronAnswer> result = new CompletableFuture<>();
    Span span = span(method, uri);
    begin(producer, result);
    long limit = Math.min(longest.toMillis(), settings.attemptTimeout().toMillis());
    return CurrentTrace.handOn(
        result
            .orTimeout(limit, TimeUnit.MILLISECONDS)
            .exceptionally(thrown -> failed(thrown, producer.giveUp()))
            .whenComplete((answer, thrown) -> end(span, answer)));
  }

  private void begin(WatchedRequest request, CompletableFuture<HeronAnswer> result) {
    try {
      beginners.execute(
          () -> {
            try {
              Future<HeronAnswer> call =
                  client.execute(request, new BoundedAnswer(), settled(result, request));
              result.whenComplete((answer, thrown) -> call.cancel(true));
            } catch (RuntimeException e) {
              result.completeExceptionally(e);
            }
          });
    } catch (RejectedExecutionException e) {
      result.complete(unsent("too many calls wait for a name server"));
    }
  }

  /** The path may hold an end user's id and stays out of it. */
  private Span span(String method, URI uri) {
    return tracer
        .begin(SpanKind.CLIENT, method + " " + uri.getHost())
        .with("http.request.method", method)
        .with("server.address", String.valueOf(uri.getHost()))
        .with("server.port", port(uri));
  }

  private static int port(URI uri) {
    return uri.getPort() > 0 ? uri.getPort() : "http".equals(uri.getScheme()) ? HTTP : HTTPS;
  }

  private static void end(Span span, HeronAnswer answer) {
    if (answer instanceof HeronAnswer.Answered answered) {
      span.with("http.response.status_code", answered.status());
      if (answered.status() >= FIRST_FAILURE) {
        span.failed(Integer.toString(answered.status()));
      }
    } else if (answer instanceof HeronAnswer.Unanswered none) {
      span.failed(none.outcome().name().toLowerCase(Locale.ROOT));
    }
    span.end();
  }

  private static FutureCallback<HeronAnswer> settled(
      CompletableFuture<HeronAnswer> result, WatchedRequest producer) {
    return new FutureCallback<>() {
      @Override
      public void completed(HeronAnswer answer) {
        result.complete(answer);
      }

      @Override
      public void failed(Exception thrown) {
        result.complete(Courier.failed(thrown, producer.giveUp()));
      }

      @Override
      public void cancelled() {
        result.complete(Courier.failed(new TimeoutException(), producer.giveUp()));
      }
    };
  }

  private static HeronAnswer failed(Throwable thrown, boolean sent) {
    if (thrown instanceof ConnectTimeoutException) {
      return new HeronAnswer.Unanswered(AttemptOutcome.TIMEOUT, "no connection in time", false);
    }
    if (thrown instanceof UnknownHostException) {
      return unsent("the host name does not resolve to an address that may be called");
    }
    if (thrown instanceof ConnectException || thrown instanceof NoRouteToHostException) {
      return unsent("the connection was refused");
    }
    if (thrown instanceof SSLException) {
      return new HeronAnswer.Unanswered(
          AttemptOutcome.TLS_FAILED, "the TLS connection failed", sent);
    }
    if (thrown instanceof TimeoutException || thrown instanceof java.io.InterruptedIOException) {
      return new HeronAnswer.Unanswered(AttemptOutcome.TIMEOUT, "no answer in time", sent);
    }
    return new HeronAnswer.Unanswered(
        AttemptOutcome.CONNECTION, "the connection broke before an answer came", sent);
  }

  private static HeronAnswer unsent(String detail) {
    return new HeronAnswer.Unanswered(AttemptOutcome.CONNECTION, detail, false);
  }

  /** How names are looked up. */
  DnsResolver names(OutboundRule rule) {
    return new DnsResolver() {
      @Override
      public InetAddress[] resolve(String host) throws UnknownHostException {
        return rule.resolve(host).toArray(InetAddress[]::new);
      }

      @Override
      public String resolveCanonicalHostname(String host) {
        return host;
      }
    };
  }
}
