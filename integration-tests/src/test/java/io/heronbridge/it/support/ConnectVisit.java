package io.heronbridge.it.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An end user's session on the connect page, without a browser. */
public final class ConnectVisit {
  private static final Pattern FORM_KEY = Pattern.compile("data-form-key=\"([0-9a-f]+)\"");

  private final ApiClient client;
  private final String formKey;
  private final String sessionId;

  private ConnectVisit(ApiClient client, String formKey, String sessionId) {
    this.client = client;
    this.formKey = formKey;
    this.sessionId = sessionId;
  }

  /** Makes a hosted link for an end user. */
  public static Answer link(Scenario scenario, String endUser) {
    Answer made =
        scenario
            .server()
            .api()
            .post(
                "/api/v1/link-sessions",
                Map.of("integration_id", scenario.integration(), "end_user_id", endUser));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made;
  }

  /** Makes a hosted link and opens it. */
  public static ConnectVisit open(Scenario scenario, String endUser) {
    Answer made = link(scenario, endUser);
    ApiClient anyone = scenario.server().anyone();
    Answer opened = anyone.get(URI.create(made.text("url")).getPath());
    String cookies =
        opened.headers().allValues("Set-Cookie").stream()
            .map(cookie -> cookie.split(";", 2)[0])
            .collect(Collectors.joining("; "));
    ApiClient client = anyone.withCookie(cookies);
    Matcher key = FORM_KEY.matcher(client.get("/connect/session").body());
    assertThat(key.find()).isTrue();
    return new ConnectVisit(client, key.group(1), made.text("id"));
  }

  public String sessionId() {
    return sessionId;
  }

  public Answer get(String path) {
    return client.get(path);
  }

  /** As the page's script does. */
  public Answer post(String path, JsonElement body) {
    return client.with("X-Form-Key", formKey).post(path, body);
  }

  public Answer post(String path, Map<String, ?> body) {
    return client.with("X-Form-Key", formKey).post(path, body);
  }

  public Answer postBytes(String path, byte[] body) {
    return client.with("X-Form-Key", formKey).postBytes(path, body);
  }

  /** As a page of somebody else's would: with the cookie, without the key. */
  public Answer postWithoutKey(String path, Map<String, ?> body) {
    return client.post(path, body);
  }
}
