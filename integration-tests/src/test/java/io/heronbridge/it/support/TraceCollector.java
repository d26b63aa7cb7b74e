package io.heronbridge.it.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * An operator's collector: reads what it is sent by the published schema. Every byte also goes to a
 * file among the logs, so that at the end of the run it is searched for secrets.
 */
public final class TraceCollector implements AutoCloseable {
  private static final int KEPT = 50_000;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Path file = Workplace.logs().resolve("collector.log");
  private final Deque<Sent> spans = new ArrayDeque<>();
  private final Semaphore open = new Semaphore(1);
  private volatile int status = 200;

  /**
   * One span as it came.
   *
   * @param parent empty for none
   * @param kind as the schema calls it
   */
  public record Sent(
      Map<String, String> resource,
      String trace,
      String id,
      String parent,
      String name,
      String kind,
      Map<String, String> attributes,
      boolean failed) {
    public String attribute(String key) {
      return attributes.getOrDefault(key, "");
    }
  }

  TraceCollector() {
    try {
      Files.deleteIfExists(file);
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v1/traces", this::take);
    server.setExecutor(threads);
    server.start();
  }

  /** Where it takes spans. */
  public String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      open.acquireUninterruptibly();
      open.release();
      if (status == 200) {
        keep(body);
      }
      exchange.sendResponseHeaders(status, -1);
    }
  }

  private synchronized void keep(byte[] body) throws IOException {
    Files.write(file, body, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    for (ResourceSpans part : ExportTraceServiceRequest.parseFrom(body).getResourceSpansList()) {
      part.getScopeSpansList().stream()
          .flatMap(scope -> scope.getSpansList().stream())
          .forEach(span -> spans.add(sent(part.getResource(), span)));
    }
    while (spans.size() > KEPT) {
      spans.remove();
    }
  }

  private static Sent sent(Resource resource, Span span) {
    HexFormat hex = HexFormat.of();
    return new Sent(
        attributes(resource.getAttributesList()),
        hex.formatHex(span.getTraceId().toByteArray()),
        hex.formatHex(span.getSpanId().toByteArray()),
        hex.formatHex(span.getParentSpanId().toByteArray()),
        span.getName(),
        span.getKind().name(),
        attributes(span.getAttributesList()),
        span.getStatus().getCode() == Status.StatusCode.STATUS_CODE_ERROR);
  }

  private static Map<String, String> attributes(List<KeyValue> pairs) {
    Map<String, String> attributes = new TreeMap<>();
    for (KeyValue pair : pairs) {
      attributes.put(
          pair.getKey(),
          pair.getValue().hasIntValue()
              ? Long.toString(pair.getValue().getIntValue())
              : pair.getValue().getStringValue());
    }
    return attributes;
  }

  /** What has come of a trace so far. */
  public synchronized List<Sent> trace(String id) {
    return spans.stream().filter(span -> span.trace().equals(id)).toList();
  }

  /** What has come so far with this value of an attribute. */
  public synchronized List<Sent> with(String attribute, String value) {
    return spans.stream().filter(span -> span.attribute(attribute).equals(value)).toList();
  }

  /** Answers every request with this status and keeps nothing, unless it is 200. */
  public void answer(int with) {
    status = with;
  }

  /** Answers nobody until {@link #goOn}. */
  public void hang() {
    open.acquireUninterruptibly();
  }

  public void goOn() {
    open.release();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
