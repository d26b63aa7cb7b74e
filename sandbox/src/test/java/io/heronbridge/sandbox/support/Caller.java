package io.heronbridge.sandbox.support;

import io.heronbridge.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Calls a sandbox over HTTP with the right keys. */
public final class Caller {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Sandbox sandbox;

  public Caller(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  public Reply plaid(String path, String body) throws IOException {
    return send(
        request(sandbox.plaidUrl() + path)
            .header("PLAID-CLIENT-ID", Sandbox.PLAID_CLIENT_ID)
            .header("PLAID-SECRET", Sandbox.PLAID_SECRET)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  public Reply heron(String method, String path, String body) throws IOException {
    return send(
        request(sandbox.heronUrl() + path)
            .header("x-api-key", Sandbox.HERON_API_KEY)
            .method(method, HttpRequest.BodyPublishers.ofString(body)));
  }

  public Reply heron(String method, String path) throws IOException {
    return heron(method, path, "");
  }

  /** A call with no keys at all. */
  public Reply plain(String method, String path, String body) throws IOException {
    return send(
        request(sandbox.baseUrl() + path)
            .method(method, HttpRequest.BodyPublishers.ofString(body)));
  }

  /** A form, as a page posts it; redirects are not followed. */
  public Reply form(String path, Map<String, String> fields) throws IOException {
    String body =
        fields.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
            .timeout(Duration.ofSeconds(5))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  public Reply get(String path) throws IOException {
    return send(request(sandbox.baseUrl() + path).GET());
  }

  private static HttpRequest.Builder request(String url) {
    return HttpRequest.newBuilder(URI.create(url))
        .timeout(Duration.ofSeconds(5))
        .header("Content-Type", "application/json");
  }

  private Reply send(HttpRequest.Builder request) throws IOException {
    try {
      return new Reply(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
  }
}
