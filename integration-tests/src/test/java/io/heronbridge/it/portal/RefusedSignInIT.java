package io.heronbridge.it.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.it.support.BridgeServer;
import io.heronbridge.it.support.Database;
import io.heronbridge.it.support.TestRun;
import io.heronbridge.it.support.Visitors;
import io.heronbridge.it.support.Visitors.Visitor;
import io.heronbridge.persistence.access.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever was not let in is in the audit trail, but cannot fill it. */
class RefusedSignInIT {
  private static final String QUICKLY_COMPARED =
      "PBKDF2WithHmacSHA512:1:" + "A".repeat(22) + "==:" + "A".repeat(43) + "=";

  private BridgeServer server;
  private Database database;
  private Visitor person;

  @BeforeEach
  void comeIn() {
    server = TestRun.current().payaraMicro();
    database = server.database();
    person = new Visitors(database).signedIn(Role.VIEWER);
    database.change(
        "UPDATE admin_user SET password_hash = ? WHERE username = ?",
        QUICKLY_COMPARED,
        person.name());
  }

  private int guess(String name) {
    String form = "username=" + name + "&password=a-guess";
    return server
        .anyone()
        .with("Content-Type", "application/x-www-form-urlencoded")
        .postBytes("/admin/login", form.getBytes(StandardCharsets.UTF_8))
        .status();
  }

  private List<String> audited(String action) {
    return database.column(
        "SELECT actor || ', ' || detail FROM audit_entry WHERE subject = ? AND action = ?"
            + " ORDER BY id",
        "user:" + person.name(),
        action);
  }

  @Test
  void theFirstAndTheTenthGuessOfAnHourAreWrittenDown() {
    assertThat(guess(person.name())).isEqualTo(401);
    assertThat(guess(person.name())).isEqualTo(401);
    assertThat(audited("session.refuse")).startsWith("stranger, from this machine");

    // Whichever hour it is by now: the next is the tenth of this one.
    database.change(
        "UPDATE sign_in_refusal SET refused = 9, hour = date_trunc('hour', now())"
            + " WHERE username = ? AND hour = (SELECT max(hour) FROM sign_in_refusal"
            + " WHERE username = ?)",
        person.name(),
        person.name());
    guess(person.name());

    assertThat(audited("session.refuse")).endsWith("stranger, from this machine, 10 in this hour");
  }

  @Test
  void waitingIsWrittenDownOnce() {
    for (int attempt = 0; attempt < 5; attempt++) {
      assertThat(guess(person.name())).isEqualTo(401);
    }

    assertThat(guess(person.name())).isEqualTo(429);
    assertThat(guess(person.name())).isEqualTo(429);

    assertThat(audited("session.slow_down")).containsExactly("stranger, from this machine");
    assertThat(audited("session.refuse")).hasSize(1);
  }

  @Test
  void nameThatNobodyHasIsNotKept() {
    String secret = "typed-into-the-wrong-field";
    database.change("DELETE FROM sign_in_refusal WHERE username = ''");
    long before = unknownNames();

    assertThat(guess(secret)).isEqualTo(401);

    assertThat(
            database.column(
                "SELECT subject || coalesce(detail, '') FROM audit_entry"
                    + " WHERE action = 'session.refuse'"))
        .noneMatch(text -> text.contains(secret));
    assertThat(unknownNames()).isEqualTo(before + 1);
    assertThat(database.column("SELECT username FROM sign_in_refusal"))
        .contains("")
        .doesNotContain(secret);
  }

  private long unknownNames() {
    return database.number(
        "SELECT count(*) FROM audit_entry"
            + " WHERE action = 'session.refuse' AND subject = 'sign-in:unknown-name'");
  }
}
