package io.heronbridge.launcher.balancer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A node that answers as told and remembers what it was asked. */
final class StubNode implements AutoCloseable {
  private final HttpServer server;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile int readiness = 200;
  private volatile CountDownLatch silence = new CountDownLatch(0);

  StubNode(HttpHandler handler) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/health/ready", this::sayReadiness);
    server.createContext(
        "/",
        exchange -> {
          requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          handler.handle(exchange);
        });
    server.start();
  }

  /** A node that answers with its name. */
  static StubNode named(String name) throws IOException {
    return new StubNode(
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          answer(exchange, 200, name);
        });
  }

  static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes();
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void sayReadiness(HttpExchange exchange) throws IOException {
    try {
      silence.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    answer(exchange, readiness, "");
  }

  /** Says nothing of its readiness any more. */
  void fallsSilentUntil(CountDownLatch end) {
    silence = end;
  }

  void saysOfItsReadiness(int status) {
    readiness = status;
  }

  List<String> requests() {
    return requests;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Ends at once, with all its connections. */
  @Override
  public void close() {
    server.stop(0);
  }
}
