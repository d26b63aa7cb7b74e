package io.heronbridge.it.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.ApiClient;
import io.heronbridge.it.support.BridgeServer;
import io.heronbridge.it.support.TestRun;
import io.heronbridge.it.support.Visitors;
import io.heronbridge.it.support.Visitors.Visitor;
import io.heronbridge.persistence.access.Role;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What changes about a person holds at that person's next request. */
class PeopleIT {
  private static final String GIVEN = "read-out-on-the-phone-1";
  private static final String QUICKLY_COMPARED =
      "PBKDF2WithHmacSHA512:1:" + "A".repeat(22) + "==:" + "A".repeat(43) + "=";
  private static final String CHOSEN = "known-to-nobody-else-2";

  private BridgeServer server;
  private Visitors visitors;
  private Visitor admin;

  @BeforeEach
  void comeIn() {
    server = TestRun.current().payaraMicro();
    visitors = new Visitors(server.database());
    admin = visitors.signedIn(Role.ADMIN);
  }

  private Answer get(Visitor who, String path) {
    return server.anyone().withCookie(who.cookie()).get(path);
  }

  private Answer post(Visitor who, String path, Map<String, String> form) {
    ApiClient client =
        server
            .anyone()
            .withCookie(who.cookie())
            .with("Content-Type", "application/x-www-form-urlencoded");
    String body =
        Stream.concat(form.entrySet().stream(), Map.of("csrf", who.csrf()).entrySet().stream())
            .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return client.postBytes(path, body.getBytes(UTF_8));
  }

  private Answer change(Visitor whose, String what, Map<String, String> more) {
    Map<String, String> form = new HashMap<>(more);
    form.put("change", what);
    return post(admin, "/admin/users/" + whose.id(), form);
  }

  private void assertSignedOut(Visitor who) {
    assertThat(get(who, "/admin/links").header("Location")).contains("/admin/login");
  }

  private List<String> audited(Visitor whom, String action) {
    return server
        .database()
        .column(
            "SELECT detail FROM audit_entry WHERE subject = ? AND action = ?",
            "user:" + whom.name(),
            action);
  }

  @Test
  void roleThatIsTakenAwayIsGoneAtTheNextRequest() {
    Visitor operator = visitors.signedIn(Role.OPERATOR);
    assertThat(get(operator, "/admin/links").status()).isEqualTo(200);

    change(operator, "role", Map.of("role", "viewer"));

    assertSignedOut(operator);
    assertThat(audited(operator, "user.role")).containsExactly("operator -> viewer");
  }

  @Test
  void whoIsDeactivatedIsOutAtOnceAndMayComeBack() {
    Visitor viewer = visitors.signedIn(Role.VIEWER);

    Answer question = change(viewer, "deactivate", Map.of());
    assertThat(question.body()).contains("signed out at once, of one browser");
    change(viewer, "deactivate", Map.of("confirmed", "yes"));

    assertSignedOut(viewer);
    assertSignedOut(visitors.again(viewer.id()));
    change(viewer, "reactivate", Map.of());
    assertThat(get(visitors.again(viewer.id()), "/admin/links").status()).isEqualTo(200);
  }

  @Test
  void passwordThatIsResetEndsTheSessions() {
    Visitor viewer = visitors.signedIn(Role.VIEWER);

    Answer told = change(viewer, "password", Map.of());

    assertThat(told.status()).isEqualTo(201);
    assertThat(told.body()).containsPattern("value=\"([a-z2-9]{5}-){3}[a-z2-9]{5}\"");
    assertSignedOut(viewer);
  }

  @Test
  void ownPasswordBeginsANewSessionAndEndsTheOneThatChangedItToo() {
    Visitor viewer = visitors.signedIn(Role.VIEWER);
    change(viewer, "password", Map.of("password", GIVEN));
    Visitor here = visitors.again(viewer.id());
    Visitor elsewhere = visitors.again(viewer.id());

    Answer changed = changeOwnPassword(here, GIVEN);

    assertThat(changed.status()).as(changed.body()).isEqualTo(303);
    assertSignedOut(here);
    assertSignedOut(elsewhere);
    List<String> cookies = changed.headers().allValues("Set-Cookie");
    ApiClient anew =
        server
            .anyone()
            .withCookie(
                cookies.stream()
                    .map(cookie -> cookie.split(";")[0])
                    .collect(Collectors.joining("; ")));
    assertThat(anew.get("/admin/links").status()).isEqualTo(200);
    assertThat(anew.get("/admin/account").body())
        .contains("Your password is changed.", "this browser only")
        .doesNotContain(here.csrf());
    assertThat(cookies).anyMatch(cookie -> cookie.startsWith("heron_bridge_admin="));
  }

  private Answer changeOwnPassword(Visitor whose, String old) {
    return post(
        whose,
        "/admin/account",
        Map.of(
            "change",
            "password",
            "old_password",
            old,
            "password",
            CHOSEN,
            "password_again",
            CHOSEN));
  }

  @Test
  void wrongGuessesOnTheAccountPageLockOutNobodyElse() {
    List<Visitor> guessers =
        Stream.generate(() -> visitors.signedIn(Role.VIEWER)).limit(7).toList();

    // Together they make more mistakes than one address may make in a minute.
    for (Visitor guesser : guessers) {
      server
          .database()
          .change(
              "UPDATE admin_user SET password_hash = ? WHERE id = ?",
              QUICKLY_COMPARED,
              guesser.id());
      for (int i = 0; i < 5; i++) {
        assertThat(changeOwnPassword(guesser, "a-guess-at-it").status()).isEqualTo(422);
      }
      assertThat(changeOwnPassword(guesser, "a-guess-at-it").status()).isEqualTo(429);
    }
  }

  @Test
  void weakPasswordIsRefusedAndNotShownAgain() {
    Visitor viewer = visitors.signedIn(Role.VIEWER);

    Answer refused = change(viewer, "password", Map.of("password", "too-short-1"));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("12 to 200").doesNotContain("too-short-1");
    assertThat(get(viewer, "/admin/links").status()).isEqualTo(200);
  }

  @Test
  void nobodyChangesTheirOwnRoleOrLocksThemselvesOut() {
    change(admin, "role", Map.of("role", "viewer"));
    change(admin, "deactivate", Map.of("confirmed", "yes"));
    change(admin, "password", Map.of());

    assertThat(get(admin, "/admin/users").status()).isEqualTo(200);
  }

  @Test
  void ofTwoAdministratorsWhoDemoteEachOtherOneStays() {
    Visitor other = visitors.signedIn(Role.ADMIN);
    server
        .database()
        .change(
            "UPDATE admin_user SET deactivated_at = 'epoch' WHERE id NOT IN (?, ?)"
                + " AND deactivated_at IS NULL",
            admin.id(),
            other.id());
    try {
      Stream.of(List.of(admin, other), List.of(other, admin))
          .parallel()
          .forEach(
              pair ->
                  post(
                      pair.get(0),
                      "/admin/users/" + pair.get(1).id(),
                      Map.of("change", "role", "role", "viewer")));

      assertThat(
              server
                  .database()
                  .number(
                      "SELECT count(*) FROM admin_user WHERE role = 'ADMIN'"
                          + " AND deactivated_at IS NULL"))
          .isEqualTo(1);
    } finally {
      server
          .database()
          .change("UPDATE admin_user SET deactivated_at = NULL WHERE deactivated_at = 'epoch'");
    }
  }

  @Test
  void nameIsGivenOnceWhateverItsCapitals() {
    Map<String, String> form =
        Map.of("username", admin.name().toUpperCase(), "role", "viewer", "password", "");

    Answer refused = post(admin, "/admin/users/new", form);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Is taken.");
  }

  @Test
  void everybodySeesAndEndsTheirOwnSessionsOnly() {
    Visitor viewer = visitors.signedIn(Role.VIEWER);
    Visitor elsewhere = visitors.again(viewer.id());
    String theirs =
        server
            .database()
            .column("SELECT id FROM admin_session WHERE admin_user = ?", admin.id())
            .get(0);
    assertThat(get(viewer, "/admin/account").body()).contains("signed in with 2 browsers");

    post(viewer, "/admin/account", Map.of("change", "end-session", "session", theirs));
    post(viewer, "/admin/account", Map.of("change", "end-sessions"));

    assertThat(get(admin, "/admin/users").status()).isEqualTo(200);
    assertSignedOut(elsewhere);
    assertThat(get(viewer, "/admin/account").body()).contains("this browser only");
  }

  @Test
  void administratorEndsTheSessionsOfOthers() {
    Visitor viewer = visitors.signedIn(Role.VIEWER);

    change(viewer, "end-sessions", Map.of());

    assertSignedOut(viewer);
    assertThat(audited(viewer, "session.end")).containsExactly("all 1");
  }

  @Test
  void lastSeenIsWrittenOnceAMinute() {
    Visitor viewer = visitors.signedIn(Role.VIEWER);
    server
        .database()
        .change(
            "UPDATE admin_session SET last_seen_at = now() - interval '1 hour'"
                + " WHERE admin_user = ?",
            viewer.id());
    get(viewer, "/admin/links");
    String noted = lastSeen(viewer);

    get(viewer, "/admin/links");

    assertThat(lastSeen(viewer)).isEqualTo(noted);
    assertThat(
            server
                .database()
                .number(
                    "SELECT count(*) FROM admin_session WHERE admin_user = ?"
                        + " AND last_seen_at > now() - interval '1 minute'",
                    viewer.id()))
        .isEqualTo(1);
  }

  private String lastSeen(Visitor who) {
    return server
        .database()
        .column("SELECT last_seen_at FROM admin_session WHERE admin_user = ?", who.id())
        .get(0);
  }
}
