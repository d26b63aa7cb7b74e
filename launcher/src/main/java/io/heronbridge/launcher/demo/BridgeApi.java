package io.heronbridge.launcher.demo;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The public REST API, called as any client would. */
final class BridgeApi {
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final Gson GSON = new Gson();

  private final HttpClient client = HttpClient.newHttpClient();
  private final String base;
  private final String key;

  BridgeApi(String baseUrl, String key) {
    this.base = baseUrl + "/api/v1";
    this.key = key;
  }

  JsonObject get(String path) throws IOException, InterruptedException {
    return send(path, "GET", BodyPublishers.noBody());
  }

  JsonObject post(String path, JsonObject body) throws IOException, InterruptedException {
    return send(path, "POST", BodyPublishers.ofString(body.toString()));
  }

  JsonObject put(String path, JsonObject body) throws IOException, InterruptedException {
    return send(path, "PUT", BodyPublishers.ofString(body.toString()));
  }

  private JsonObject send(String path, String method, BodyPublisher body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(LONGEST)
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .method(method, body)
            .build();
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    if (response.statusCode() / 100 != 2) {
      throw new IOException(
          "%s %s was answered with %d".formatted(method, path, response.statusCode()));
    }
    try {
      return GSON.fromJson(response.body(), JsonObject.class);
    } catch (JsonParseException e) {
      throw new IOException(method + " " + path + " was not answered with JSON", e);
    }
  }
}
