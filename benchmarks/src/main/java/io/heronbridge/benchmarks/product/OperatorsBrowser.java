package io.heronbridge.benchmarks.product;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody signed in to the portal, who reads pages whole. */
final class OperatorsBrowser {
  private static final String USERNAME = "bench";
  private static final String PASSWORD = "correct horse bench staple";
  private static final int OK = 200;
  private static final int SEE_OTHER = 303;
  private static final Pattern NEXT = Pattern.compile("<a href=\"([^\"]+)\" rel=\"next\">");

  /** The settings of a node that lets them in. */
  static final Map<String, String> CREDENTIALS =
      Map.of("BRIDGE_ADMIN_USERNAME", USERNAME, "BRIDGE_ADMIN_PASSWORD", PASSWORD);

  private final HttpClient client;
  private final String base;
  private final String cookies;

  private OperatorsBrowser(HttpClient client, String base, String cookies) {
    this.client = client;
    this.base = base;
    this.cookies = cookies;
  }

  /**
   * A page.
   *
   * @param millis from the request until all of it was there
   * @param next the address of the page that follows
   */
  record Look(double millis, Optional<String> next) {}

  static OperatorsBrowser signIn(String base) throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    String form = "username=" + USERNAME + "&password=" + PASSWORD.replace(' ', '+');
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + "/admin/login"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());
    if (answer.statusCode() != SEE_OTHER) {
      throw new IOException("nobody was let in: " + answer.statusCode());
    }
    return new OperatorsBrowser(
        client,
        base,
        answer.headers().allValues("Set-Cookie").stream()
            .map(cookie -> cookie.split(";", 2)[0])
            .collect(Collectors.joining("; ")));
  }

  Look look(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path)).header("Cookie", cookies).build();
    long begin = System.nanoTime();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    double millis = (System.nanoTime() - begin) / 1e6;
    if (answer.statusCode() != OK) {
      throw new IOException(path + " was answered with " + answer.statusCode());
    }
    Matcher next = NEXT.matcher(answer.body());
    return new Look(
        millis, next.find() ? Optional.of(next.group(1).replace("&amp;", "&")) : Optional.empty());
  }
}
