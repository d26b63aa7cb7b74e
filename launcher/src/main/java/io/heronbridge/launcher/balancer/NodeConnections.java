package io.heronbridge.launcher.balancer;

import io.undertow.client.ClientCallback;
import io.undertow.client.ClientConnection;
import io.undertow.client.UndertowClient;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.proxy.ProxyCallback;
import io.undertow.server.handlers.proxy.ProxyClient;
import io.undertow.server.handlers.proxy.ProxyConnection;
import io.undertow.util.AttachmentKey;
import io.undertow.util.AttachmentList;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.OptionMap;

/**
 * Finds a node for each request and connects to it.
 *
 * <p>Every request gets a connection of its own. On a kept one, a request could be on its way while
 * the node closes the connection, and nobody could tell whether the node has seen it; so a POST
 * would fail without need. On one machine a connection costs less than that doubt.
 */
final class NodeConnections implements ProxyClient {
  private static final ProxyTarget ANY_NODE = new ProxyTarget() {};
  private static final AttachmentKey<AttachmentList<URI>> TRIED =
      AttachmentKey.createList(URI.class);
  private static final AttachmentKey<Boolean> REACHED = AttachmentKey.create(Boolean.class);

  private final ReadyNodes nodes;
  private final UndertowClient client = UndertowClient.getInstance();
  private final Map<URI, Set<ClientConnection>> open = new ConcurrentHashMap<>();

  NodeConnections(ReadyNodes nodes) {
    this.nodes = nodes;
  }

  /** Whether a node may have seen the request. */
  static boolean hasReachedANode(HttpServerExchange exchange) {
    return exchange.getAttachment(REACHED) != null;
  }

  /** How many requests a node is working on. */
  int underWay(URI node) {
    return open.getOrDefault(node, Set.of()).size();
  }

  /** Gives up what a node is working on: it will not answer any more. */
  void abandon(URI node) {
    for (ClientConnection connection : open.getOrDefault(node, Set.of())) {
      connection.getIoThread().execute(() -> IoUtils.safeClose(connection));
    }
  }

  @Override
  public ProxyTarget findTarget(HttpServerExchange exchange) {
    return ANY_NODE;
  }

  @Override
  public void getConnection(
      ProxyTarget target,
      HttpServerExchange exchange,
      ProxyCallback<ProxyConnection> callback,
      long timeout,
      TimeUnit unit) {
    AttachmentList<URI> before = exchange.getAttachment(TRIED);
    Optional<URI> next = nodes.next(before == null ? List.of() : before);
    if (next.isEmpty()) {
      callback.couldNotResolveBackend(exchange);
      return;
    }
    URI node = next.get();
    exchange.addToAttachmentList(TRIED, node);
    client.connect(
        new InTime(
            exchange.getIoThread(),
            new ClientCallback<>() {
              @Override
              public void completed(ClientConnection connection) {
                exchange.putAttachment(REACHED, true);
                lend(connection, node, exchange);
                callback.completed(exchange, new ProxyConnection(connection, "/"));
              }

              @Override
              public void failed(IOException e) {
                nodes.remove(node); // Until its health is asked for again.
                callback.failed(exchange);
              }
            }),
        node,
        exchange.getIoThread(),
        exchange.getConnection().getByteBufferPool(),
        OptionMap.EMPTY);
  }

  private void lend(ClientConnection connection, URI node, HttpServerExchange exchange) {
    Set<ClientConnection> ofNode = open.computeIfAbsent(node, key -> ConcurrentHashMap.newKeySet());
    ofNode.add(connection);
    exchange.addExchangeCompleteListener(
        (done, others) -> {
          ofNode.remove(connection);
          IoUtils.safeClose(connection);
          others.proceed();
        });
  }

  @Override
  public List<ProxyTarget> getAllTargets() {
    return List.of(ANY_NODE);
  }
}
