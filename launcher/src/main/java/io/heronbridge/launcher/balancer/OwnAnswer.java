package io.heronbridge.launcher.balancer;

import io.undertow.server.DefaultResponseListener;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;

/** What we say when no node has answered. */
final class OwnAnswer implements DefaultResponseListener {
  private static final String RETRY_SECONDS = "5";
  private static final String NOBODY =
      "No node of Heron Bridge is ready. Nothing was done. Try again in a few seconds.\n";
  private static final String NO_ANSWER =
      "The node that worked on this ended before it answered. It may be done or not:"
          + " look before you repeat it.\n";

  @Override
  public boolean handleDefaultResponse(HttpServerExchange exchange) {
    if (!exchange.isResponseChannelAvailable()
        || exchange.getStatusCode() < StatusCodes.INTERNAL_SERVER_ERROR) {
      return false;
    }
    exchange.getResponseHeaders().clear();
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain; charset=utf-8");
    boolean reached = NodeConnections.hasReachedANode(exchange);
    exchange.setStatusCode(reached ? StatusCodes.BAD_GATEWAY : StatusCodes.SERVICE_UNAVAILABLE);
    if (!reached) {
      exchange.getResponseHeaders().put(Headers.RETRY_AFTER, RETRY_SECONDS);
    }
    exchange.getResponseSender().send(reached ? NO_ANSWER : NOBODY);
    return true;
  }
}
