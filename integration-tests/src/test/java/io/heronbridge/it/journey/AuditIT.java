package io.heronbridge.it.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.ApiClient;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.it.support.Visitors;
import io.heronbridge.persistence.access.Role;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The audit trail tells who did what, and is searched. */
class AuditIT {
  private Scenario scenario;
  private ApiClient viewer;
  private String endUser;

  @BeforeEach
  void doSomething() {
    scenario = Scenario.onSharedServer();
    String cookie = new Visitors(scenario.server().database()).cookieOf(Role.VIEWER);
    viewer = scenario.server().anyone().withCookie(cookie);
    endUser = Examples.anEndUser();
    scenario.server().api().post("/api/v1/end-users", Map.of("end_user_id", endUser, "name", "A"));
    JsonObject renamed = new JsonObject();
    renamed.addProperty("name", "B");
    scenario.server().api().put("/api/v1/end-users/" + endUser, renamed);
  }

  /** The entries that a filter lets through, without the headings. */
  private List<String> entries(String filter) {
    Answer file = viewer.get("/admin/audit?format=csv&" + filter);
    assertThat(file.status()).as(file.body()).isEqualTo(200);
    return file.body().lines().skip(1).toList();
  }

  @Test
  void entriesAreFoundByWhatWasDoneToWhom() {
    List<String> all = entries("subject=" + endUser);

    assertThat(all).hasSize(2);
    assertThat(all.get(0)).contains("end_user.rename");
    assertThat(all.get(1)).contains("end_user.create");
    assertThat(entries("action=end_user.rename&subject=" + endUser)).containsExactly(all.get(0));
    assertThat(entries("subject=end_user:" + endUser + "&action=link.resend")).isEmpty();
  }

  @Test
  void entriesAreFoundByWhoDidItWithAndWithoutTheKind() {
    String actor = entries("subject=" + endUser).get(0).split(",")[1];
    String name = actor.substring(actor.indexOf(':') + 1);

    assertThat(entries("subject=" + endUser + "&actor=" + actor)).hasSize(2);
    assertThat(entries("subject=" + endUser + "&actor=" + name)).hasSize(2);
    assertThat(entries("subject=" + endUser + "&actor=nobody")).isEmpty();
  }

  @Test
  void entriesAreFoundByTheDay() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    String whom = "subject=" + endUser;

    assertThat(entries(whom + "&from=" + today.minusDays(1) + "&to=" + today.plusDays(1)))
        .hasSize(2);
    assertThat(entries(whom + "&from=" + today.plusDays(2))).isEmpty();
    assertThat(entries(whom + "&to=" + today.minusDays(2))).isEmpty();
    assertThat(viewer.get("/admin/audit?from=yesterday").status()).isEqualTo(400);
  }
}
