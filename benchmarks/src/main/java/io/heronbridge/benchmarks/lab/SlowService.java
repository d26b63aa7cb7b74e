package io.heronbridge.benchmarks.lab;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What jobs call: it takes its time, on a timer rather than a thread, and keeps a ledger of what it
 * was asked to do. The work counts as done when the call has arrived.
 */
public final class SlowService implements AutoCloseable {
  private static final int READERS = 4;
  private static final int BACKLOG = 1024;
  private static final int NO_CONTENT = 204;

  private final HttpServer server;
  private final ExecutorService readers = Executors.newFixedThreadPool(READERS);
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
  private final Duration delay;
  private final Map<Integer, Integer> effects = new ConcurrentHashMap<>();

  private SlowService(HttpServer server, Duration delay) {
    this.server = server;
    this.delay = delay;
  }

  public static SlowService start(Duration delay) throws IOException {
    // Read once by the JDK's server; without it small answers wait for an acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    // More than anybody opens here: beyond it the server hangs up on callers who are between calls.
    System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), BACKLOG);
    SlowService service = new SlowService(server, delay);
    server.createContext("/", service::receive);
    server.setExecutor(service.readers);
    server.start();
    return service;
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void receive(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    int job = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
    if (job > 0) {
      effects.merge(job, 1, Integer::sum);
    }
    timer.schedule(() -> answer(exchange), delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void answer(HttpExchange exchange) {
    try (exchange) {
      exchange.sendResponseHeaders(NO_CONTENT, -1);
    } catch (IOException ignored) {
      // The caller was killed meanwhile, as some workloads want.
    }
  }

  /** How many different jobs have called. */
  public int done() {
    return effects.size();
  }

  /** How many calls were made beyond the first of each job. */
  public int repeated() {
    return effects.values().stream().mapToInt(times -> times - 1).sum();
  }

  @Override
  public void close() {
    server.stop(0);
    timer.shutdownNow();
    readers.shutdownNow();
  }
}
