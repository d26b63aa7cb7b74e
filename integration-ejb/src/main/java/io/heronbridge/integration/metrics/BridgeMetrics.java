package io.heronbridge.integration.metrics;

import io.heronbridge.integration.words.Words;
import io.heronbridge.persistence.outbox.MessageKind;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** All metrics of this node; no label ever holds an id or a secret. */
@ApplicationScoped
public class BridgeMetrics {
  private static final String ATTEMPTS = "bridge.attempts";
  private static final String RECEIVED = "bridge.webhooks.received";
  private static final String CALLBACKS = "bridge.callbacks.received";
  private static final String SPANS = "bridge.spans";
  private static final List<String> RESULTS =
      List.of("accepted", "repeated", "refused", "unavailable", "unknown_integration");

  /** Only Plaid's webhooks are spooled. */
  private static final String SPOOLED = "spooled";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  private final Map<String, AtomicReference<Double>> levels = new ConcurrentHashMap<>();

  /** So that every family is there from the first scrape: an alert on a missing one never fires. */
  @PostConstruct
  void announce() {
    for (MessageKind kind : MessageKind.values()) {
      registry.counter(ATTEMPTS, "kind", Words.of(kind), "outcome", "delivered");
      delivery(Words.of(kind));
    }
    for (String result : RESULTS) {
      registry.counter(RECEIVED, "result", result);
      registry.counter(CALLBACKS, "result", result);
    }
    registry.counter(RECEIVED, "result", SPOOLED);
    spansExported(0);
    spansLost(0);
    relay();
  }

  @PreDestroy
  void close() {
    registry.close();
  }

  /** One attempt to deliver a message. */
  public void attempted(String kind, String outcome, Duration duration) {
    registry.counter(ATTEMPTS, "kind", lower(kind), "outcome", lower(outcome)).increment();
    delivery(lower(kind)).record(duration);
  }

  private Timer delivery(String kind) {
    return Timer.builder("bridge.delivery")
        .description("How long an attempt took")
        .publishPercentileHistogram()
        .tag("kind", kind)
        .register(registry);
  }

  /** Spans that the collector has taken. */
  public void spansExported(int count) {
    registry.counter(SPANS, "result", "exported").increment(count);
  }

  /** Spans that nobody will see: the collector was away, or too many came at once. */
  public void spansLost(int count) {
    registry.counter(SPANS, "result", "lost").increment(count);
  }

  /** One webhook received from Plaid, accepted or not. */
  public void received(String result) {
    registry.counter(RECEIVED, "result", lower(result)).increment();
  }

  /** One webhook of Heron's own received, accepted or not. */
  public void calledBack(String result) {
    registry.counter(CALLBACKS, "result", lower(result)).increment();
  }

  /** How long after its receipt a webhook reached Heron. */
  public void relayed(Duration sinceReceipt) {
    relay().record(sinceReceipt);
  }

  private Timer relay() {
    return Timer.builder("bridge.relay")
        .description("From receipt of a webhook to Heron's acceptance")
        .publishPercentileHistogram()
        .register(registry);
  }

  /** Sets a gauge to what was read just now. */
  public void level(String name, double value) {
    levels
        .computeIfAbsent(
            name, key -> registry.gauge(key, new AtomicReference<>(0.0), AtomicReference::get))
        .set(value);
  }

  /** These gauges tell nothing until they are set again. */
  public void forget(Predicate<String> which) {
    levels.keySet().stream().filter(which).forEach(name -> level(name, Double.NaN));
  }

  /** Everything counted so far, in Prometheus text. */
  public String scrape() {
    return registry.scrape();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
