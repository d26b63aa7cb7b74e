package io.heronbridge.launcher.balancer;

import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Headers that concern one connection only: the node is on another. */
final class HopHeaders {
  private static final List<HttpString> ALWAYS =
      List.of(
          Headers.UPGRADE,
          Headers.KEEP_ALIVE,
          Headers.TE,
          new HttpString("Proxy-Connection"),
          new HttpString("HTTP2-Settings"));

  /** Nobody may have them taken off: without them the request would be another. */
  private static final Set<HttpString> NEEDED =
      Set.of(Headers.HOST, Headers.CONTENT_LENGTH, Headers.TRANSFER_ENCODING);

  private HopHeaders() {}

  /** Takes them off, and says that the next connection is for one request. */
  static void end(HeaderMap headers) {
    named(headers).filter(name -> !NEEDED.contains(name)).forEach(headers::remove);
    ALWAYS.forEach(headers::remove);
    headers.put(Headers.CONNECTION, "close");
  }

  private static Stream<HttpString> named(HeaderMap headers) {
    HeaderValues connection = headers.get(Headers.CONNECTION);
    return connection == null
        ? Stream.empty()
        : List.copyOf(connection).stream()
            .flatMap(value -> Stream.of(value.split(",")))
            .map(String::trim)
            .filter(name -> !name.isEmpty())
            .map(HttpString::new);
  }
}
