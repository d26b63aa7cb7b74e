package io.heronbridge.it.support;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Calls the application over HTTP and follows no redirect. */
public final class ApiClient {
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final URI base;
  private final Map<String, String> headers;

  public ApiClient(URI base) {
    this(base, Map.of());
  }

  private ApiClient(URI base, Map<String, String> headers) {
    this.base = base;
    this.headers = headers;
  }

  /** The same client with one more header on every request. */
  public ApiClient with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new ApiClient(base, more);
  }

  public ApiClient withKey(String apiKey) {
    return with("Authorization", "Bearer " + apiKey);
  }

  public ApiClient withCookie(String cookie) {
    return with("Cookie", cookie);
  }

  public Answer get(String path) {
    return send("GET", path, BodyPublishers.noBody());
  }

  public Answer post(String path) {
    return send("POST", path, BodyPublishers.noBody());
  }

  public Answer post(String path, JsonElement body) {
    return sendJson("POST", path, body);
  }

  /** As {@link #post(String, JsonElement)}, for what {@link Gson} writes: maps, lists, values. */
  public Answer post(String path, Map<String, ?> body) {
    return post(path, new Gson().toJsonTree(body));
  }

  public Answer put(String path, JsonElement body) {
    return sendJson("PUT", path, body);
  }

  public Answer delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody());
  }

  /** Sends bytes as they are. */
  public Answer postBytes(String path, byte[] body) {
    return send("POST", path, BodyPublishers.ofByteArray(body));
  }

  private Answer sendJson(String method, String path, JsonElement body) {
    return with("Content-Type", "application/json")
        .send(method, path, BodyPublishers.ofString(body.toString()));
  }

  /** Sends a body of JSON text with any method; an empty one is none. */
  public Answer send(String method, String path, String json) {
    return json.isEmpty()
        ? send(method, path, BodyPublishers.noBody())
        : with("Content-Type", "application/json")
            .send(method, path, BodyPublishers.ofString(json));
  }

  private Answer send(String method, String path, HttpRequest.BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path)).method(method, body).timeout(LONGEST_ANSWER);
    headers.forEach(request::header);
    try {
      HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new NoAnswerException(method + " " + path + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Nobody listens, or the connection broke. */
  public static final class NoAnswerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoAnswerException(String message, IOException cause) {
      super(message, cause);
    }
  }
}
