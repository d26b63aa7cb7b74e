package io.heronbridge.integration.relay;

import io.heronbridge.persistence.webhook.Header;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Chooses the headers that belong to the message rather than to one connection (RFC 9110, 7.6.1).
 */
final class RelayedHeaders {
  private static final Set<String> OF_THE_CONNECTION =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-connection",
          "proxy-authenticate",
          "proxy-authorization",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "host",
          "content-length",
          "expect");

  private RelayedHeaders() {}

  /** End-to-end headers, in their order, names and values as received. */
  static List<Header> endToEnd(List<Header> received) {
    Set<String> dropped = new HashSet<>(OF_THE_CONNECTION);
    for (Header header : received) {
      if ("connection".equalsIgnoreCase(header.name())) {
        Arrays.stream(header.value().split(","))
            .map(name -> name.trim().toLowerCase(Locale.ROOT))
            .forEach(dropped::add);
      }
    }
    return received.stream()
        .filter(header -> !dropped.contains(header.name().toLowerCase(Locale.ROOT)))
        .toList();
  }
}
