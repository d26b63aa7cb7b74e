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
import java.time.Duration;

/** A JSON API, called with one credential. Any answer but success is an exception. */
final class BridgeApi {
  private static final Gson GSON = new Gson();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient client = HttpClient.newHttpClient();
  private final String base;
  private final String authorization;

  /** An answer that was no success. */
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    Refused(String method, String path, int status) {
      super("%s %s: %d".formatted(method, path, status));
      this.status = status;
    }

    int status() {
      return status;
    }
  }

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

  /** A step that needs no more words than its path. */
  JsonObject post(String path) throws IOException, InterruptedException {
    return send("POST", path, "application/json", BodyPublishers.noBody());
  }

  JsonObject postLines(String path, String lines) throws IOException, InterruptedException {
    return send("POST", path, "application/x-ndjson", BodyPublishers.ofString(lines));
  }

  private JsonObject send(String method, String path, String type, BodyPublisher body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(PATIENCE)
            .header("Authorization", authorization)
            .header("Content-Type", type)
            .method(method, body)
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new Refused(method, path, answer.statusCode());
    }
    return GSON.fromJson(answer.body(), JsonObject.class);
  }
}
