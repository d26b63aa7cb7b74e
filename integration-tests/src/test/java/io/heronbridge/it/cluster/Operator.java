package io.heronbridge.it.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.ApiClient;
import io.heronbridge.it.support.LauncherProcess;
import java.net.URI;
import java.net.URLEncoder;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who is signed in and clicks on, whatever happens to the nodes. */
final class Operator {
  private static final Pattern FORM_KEY = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
  private static final List<String> PAGES =
      List.of("/admin", "/admin/links", "/admin/items", "/admin/webhooks?status=failed");

  private final ApiClient browser;
  private final String session;
  private final AtomicInteger clicks = new AtomicInteger();

  private Operator(ApiClient anyone, String session) {
    this.browser = anyone.withCookie(session);
    this.session = session;
  }

  static Operator signedIn(LauncherProcess cluster) {
    String form =
        "username=%s&password=%s"
            .formatted(cluster.kept("admin.username"), cluster.kept("admin.password"));
    Answer moved = submit(cluster.anyone(), "/admin/login", form);
    assertThat(moved.status()).as(moved.body()).isEqualTo(303);
    return new Operator(cluster.anyone(), cookies(moved));
  }

  /** Looks at pages, and at one of them as its script does. */
  void look() {
    for (String page : PAGES) {
      Answer shown = browser.get(page);
      assertThat(shown.status()).as(page + shown.body()).isEqualTo(200);
      clicks.incrementAndGet();
    }
    Answer refreshed = browser.with("HX-Request", "true").get("/admin");
    assertThat(refreshed.body()).contains("id=\"live\"");
    clicks.incrementAndGet();
  }

  /** Adds an end user, and is told so by the page that follows. */
  void addEndUser() {
    String name = "by-hand-" + UUID.randomUUID();
    Matcher key = FORM_KEY.matcher(browser.get("/admin/end-users").body());
    assertThat(key.find()).isTrue();
    String form = "csrf=%s&end_user_id=%s".formatted(URLEncoder.encode(key.group(1), UTF_8), name);
    Answer moved = submit(browser, "/admin/end-users", form);
    assertThat(moved.status()).as(moved.body()).isEqualTo(303);
    URI next = URI.create(moved.header("Location"));
    Answer told = browser.withCookie(session + "; " + cookies(moved)).get(next.getRawPath());
    assertThat(told.body()).contains("Added " + name);
    clicks.addAndGet(3);
  }

  int clicks() {
    return clicks.get();
  }

  private static Answer submit(ApiClient client, String path, String form) {
    return client
        .with("Content-Type", "application/x-www-form-urlencoded")
        .postBytes(path, form.getBytes(UTF_8));
  }

  private static String cookies(Answer answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .map(cookie -> cookie.split(";", 2)[0])
        .collect(Collectors.joining("; "));
  }
}
