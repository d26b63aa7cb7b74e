package io.heronbridge.benchmarks.product;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A JSON API, called with one credential. Any answer but success is an exception. */
final class BridgeApi {
  private static final Gson GSON = new Gson();

  private final HttpClient client = HttpClient.newHttpClient();
  private final String base;
  private final String authorization;

  BridgeApi(String base, String authorization) {
    this.base = base;
    this.authorization = authorization;
  }

  JsonObject get(String path) throws IOException, InterruptedException {
    return send("GET", path, "application/json", BodyPublishers.noBody());
  }

  JsonObject post(String path, Object body) throws IOException, InterruptedException {
    return send("POST", path, "application/json", BodyPublishers.ofString(GSON.toJson(body)));
  }

  JsonObject postLines(String path, String lines) throws IOException, InterruptedException {
    return send("POST", path, "application/x-ndjson", BodyPublishers.ofString(lines));
  }

  private JsonObject send(String method, String path, String type, BodyPublisher body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Authorization", authorization)
            .header("Content-Type", type)
            .method(method, body)
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException("%s %s: %d".formatted(method, path, answer.statusCode()));
    }
    return GSON.fromJson(answer.body(), JsonObject.class);
  }
}
