package io.heronbridge.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One open connection: reads the request, then answers it well, badly or not at all. */
public final class Exchange {
  private static final int MAX_BODY = 16 * 1024 * 1024;
  private static final int MISSING_BYTES = 64;
  private final HttpExchange http;

  public Exchange(HttpExchange http) {
    this.http = http;
  }

  public Request read() throws IOException {
    byte[] body = http.getRequestBody().readNBytes(MAX_BODY);
    Map<String, List<String>> headers = new LinkedHashMap<>();
    http.getRequestHeaders().forEach((name, values) -> headers.put(name, List.copyOf(values)));
    String path = decodePath(http.getRequestURI().getRawPath());
    return new Request(http.getRequestMethod(), path, readQuery(), headers, body, Map.of());
  }

  private static String decodePath(String raw) {
    // A plus sign is an ordinary character in a path; URLDecoder would make it a space.
    return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private Map<String, String> readQuery() {
    Map<String, String> query = new LinkedHashMap<>();
    String raw = http.getRequestURI().getRawQuery();
    if (raw == null || raw.isEmpty()) {
      return query;
    }
    for (String pair : raw.split("&")) {
      String[] parts = pair.split("=", 2);
      query.put(
          URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
          parts.length == 2 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
    }
    return query;
  }

  public void send(Answer answer) throws IOException {
    answer.headers().forEach((name, value) -> http.getResponseHeaders().set(name, value));
    boolean bare = answer.body().length == 0 || http.getRequestMethod().equals("HEAD");
    http.sendResponseHeaders(answer.status(), bare ? -1 : answer.body().length);
    if (!bare) {
      try (OutputStream out = http.getResponseBody()) {
        out.write(answer.body());
      }
    }
    http.close();
  }

  /** Promises more bytes than it sends, then closes the connection. */
  public void sendTruncated(Answer answer) throws IOException {
    answer.headers().forEach((name, value) -> http.getResponseHeaders().set(name, value));
    int promised = answer.body().length + MISSING_BYTES;
    int half = answer.body().length / 2;
    http.sendResponseHeaders(answer.status(), promised);
    OutputStream out = http.getResponseBody();
    out.write(answer.body(), 0, half);
    out.flush();
    http.close();
  }

  /** Closes the connection without a word. */
  public void drop() {
    http.close();
  }
}
