package io.heronbridge.integration.traceexport;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.heronbridge.integration.metrics.BridgeMetrics;
import io.heronbridge.integration.outbox.NodeId;
import io.heronbridge.integration.settings.Settings;
import io.heronbridge.integration.trace.FinishedSpan;
import io.heronbridge.integration.trace.SpanSink;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Sends finished spans to the collector, by one thread and a queue that may overflow. */
@ApplicationScoped
public class SpanExport implements SpanSink {
  private static final System.Logger LOG = System.getLogger(SpanExport.class.getName());
  private static final String BUILD =
      "/META-INF/maven/io.heronbridge/integration-ejb/pom.properties";
  private static final int MOST_WAITING = 8192;
  private static final int BATCH = 512;
  private static final long GATHER_MILLIS = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** So long the end of the application waits for the last spans. */
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  @Inject Settings settings;
  @Inject NodeId node;
  @Inject BridgeMetrics metrics;
  @Resource private ManagedThreadFactory threads;

  private final BlockingQueue<FinishedSpan> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private Thread sender;
  private volatile boolean open;
  private boolean troubled;

  @PostConstruct
  void begin() {
    settings.traces().endpoint().ifPresent(this::open);
  }

  private void open(URI endpoint) {
    Collector collector = new Collector(endpoint, PATIENCE);
    OtlpMessage message = new OtlpMessage(version(), node.value());
    sender = threads.newThread(() -> sendForever(collector, message));
    sender.setName("span-export");
    open = true;
    sender.start();
  }

  /** As the build wrote it into our jar. */
  private static String version() {
    Properties build = new Properties();
    try (InputStream in = SpanExport.class.getResourceAsStream(BUILD)) {
      if (in != null) {
        build.load(in);
      }
    } catch (IOException e) {
      LOG.log(INFO, () -> "the version is not known: " + e);
    }
    return build.getProperty("version", "unknown");
  }

  /** The last spans get their chance, not for ever. */
  @PreDestroy
  void end() {
    if (!open) {
      return;
    }
    open = false;
    try {
      sender.join(FAREWELL.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    sender.interrupt();
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void take(FinishedSpan span) {
    if (!waiting.offer(span)) {
      metrics.spansLost(1);
    }
  }

  private void sendForever(Collector collector, OtlpMessage message) {
    List<FinishedSpan> batch = new ArrayList<>(BATCH);
    try {
      while (open || !waiting.isEmpty()) {
        FinishedSpan first = waiting.poll(GATHER_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
          gather(batch, first);
          send(collector, message, batch);
          batch.clear();
        }
      }
    } catch (InterruptedException e) {
      metrics.spansLost(batch.size() + waiting.size());
    }
  }

  private void gather(List<FinishedSpan> batch, FinishedSpan first) throws InterruptedException {
    batch.add(first);
    if (open && waiting.size() < BATCH) {
      TimeUnit.MILLISECONDS.sleep(GATHER_MILLIS);
    }
    waiting.drainTo(batch, BATCH - 1);
  }

  private void send(Collector collector, OtlpMessage message, List<FinishedSpan> batch) {
    try {
      collector.post(message.of(batch));
      metrics.spansExported(batch.size());
      if (troubled) {
        LOG.log(INFO, "the collector takes spans again");
      }
      troubled = false;
    } catch (Throwable e) { // Nobody else would send the next.
      metrics.spansLost(batch.size());
      if (!troubled) {
        LOG.log(WARNING, () -> "spans are lost: the collector did not take them: " + e);
      }
      troubled = true;
    }
  }
}
