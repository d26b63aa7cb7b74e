package io.heronbridge.launcher.balancer;

import io.heronbridge.launcher.balancer.NodeHealth.Patience;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.predicate.Predicate;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.GracefulShutdownHandler;
import io.undertow.server.handlers.proxy.ProxyHandler;
import io.undertow.util.Methods;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/** One address in front of all nodes. */
public final class Balancer implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int THREADS = 2;
  private static final int BUFFER = 16 * 1024;
  private static final int MOST_NODES = 8;

  /** Asking again does no harm, and there is no body that would have to be kept for it. */
  private static final Predicate MAY_BE_REPEATED =
      exchange -> Set.of(Methods.GET, Methods.HEAD).contains(exchange.getRequestMethod());

  private final ReadyNodes ready = new ReadyNodes();
  private final NodeConnections connections = new NodeConnections(ready);
  private final NodeHealth health;
  private final GracefulShutdownHandler draining;
  private final Undertow server;

  private Balancer(int port, Patience patience) {
    health = new NodeHealth(ready, connections, patience);
    draining = new GracefulShutdownHandler(ended(proxy()));
    server =
        Undertow.builder()
            .addHttpListener(port, LOOPBACK)
            .setIoThreads(THREADS)
            .setWorkerThreads(THREADS)
            .setBufferSize(BUFFER)
            .setDirectBuffers(true)
            .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, -1L)
            .setHandler(this::handle)
            .build();
  }

  /** Listens on the loopback interface; there are no nodes yet. */
  public static Balancer start(int port) {
    return start(port, Patience.USUAL);
  }

  static Balancer start(int port, Patience patience) {
    Balancer balancer = new Balancer(port, patience);
    balancer.server.start();
    return balancer;
  }

  private HttpHandler proxy() {
    return ProxyHandler.builder()
        .setProxyClient(connections)
        .setMaxConnectionRetries(MOST_NODES)
        .setIdempotentRequestPredicate(MAY_BE_REPEATED)
        .setReuseXForwarded(true)
        .build();
  }

  private static HttpHandler ended(HttpHandler next) {
    return exchange -> {
      HopHeaders.end(exchange.getRequestHeaders());
      next.handleRequest(exchange);
    };
  }

  private void handle(HttpServerExchange exchange) throws Exception {
    exchange.addDefaultResponseListener(new OwnAnswer());
    draining.handleRequest(exchange);
  }

  public int port() {
    return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
  }

  /** From now on the node is asked whether it is ready, and gets requests while it is. */
  public void add(URI node) {
    health.watch(node);
  }

  /** The node gets no further request; those it has go on. */
  public void remove(URI node) {
    health.forget(node);
  }

  public boolean isReady(URI node) {
    return ready.contains(node);
  }

  /** How many requests a node is working on. */
  public int underWay(URI node) {
    return connections.underWay(node);
  }

  /** Takes no further request, and waits for those under way, for no longer than the limit. */
  public void drain(Duration atMost) throws InterruptedException {
    draining.shutdown();
    draining.awaitShutdown(atMost.toMillis());
  }

  @Override
  public void close() {
    health.close();
    server.stop();
  }
}
