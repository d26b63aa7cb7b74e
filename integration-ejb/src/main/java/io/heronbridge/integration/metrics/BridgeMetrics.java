package io.heronbridge.integration.metrics;

import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** All metrics of this node; no label ever holds an id or a secret. */
@ApplicationScoped
public class BridgeMetrics {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  private final Map<String, AtomicReference<Double>> levels = new ConcurrentHashMap<>();

  @PreDestroy
  void close() {
    registry.close();
  }

  /** One attempt to deliver a message. */
  public void attempted(String kind, String outcome, Duration duration) {
    registry.counter("bridge.attempts", "kind", lower(kind), "outcome", lower(outcome)).increment();
    Timer.builder("bridge.delivery")
        .description("How long an attempt took")
        .publishPercentileHistogram()
        .tag("kind", lower(kind))
        .register(registry)
        .record(duration);
  }

  /** One webhook received from Plaid, accepted or not. */
  public void received(String result) {
    registry.counter("bridge.webhooks.received", "result", lower(result)).increment();
  }

  /** How long after its receipt a webhook reached Heron. */
  public void relayed(Duration sinceReceipt) {
    Timer.builder("bridge.relay")
        .description("From receipt of a webhook to Heron's acceptance")
        .publishPercentileHistogram()
        .register(registry)
        .record(sinceReceipt);
  }

  /** Sets a gauge to what was read just now. */
  public void level(String name, double value) {
    levels
        .computeIfAbsent(
            name, key -> registry.gauge(key, new AtomicReference<>(0.0), AtomicReference::get))
        .set(value);
  }

  /** Everything counted so far, in Prometheus text. */
  public String scrape() {
    return registry.scrape();
  }

  private static String lower(String text) {
    return text.toLowerCase(java.util.Locale.ROOT);
  }
}
