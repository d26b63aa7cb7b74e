package io.heronbridge.it.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.ApiClient;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.LinksThatFailed;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.it.support.Visitors;
import io.heronbridge.persistence.access.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every list can be saved as a file: all of it, and only what the filter lets through. */
class ListFilesIT {
  private Scenario scenario;
  private ApiClient viewer;

  @BeforeEach
  void signIn() {
    scenario = Scenario.onSharedServer();
    String cookie = new Visitors(scenario.server().database()).cookieOf(Role.VIEWER);
    viewer = scenario.server().anyone().withCookie(cookie);
  }

  private List<String> lines(String list) {
    Answer file = viewer.get(list);
    assertThat(file.status()).as(file.body()).isEqualTo(200);
    assertThat(file.header("Content-Type")).startsWith("text/csv");
    assertThat(file.header("Content-Disposition")).startsWith("attachment; filename=");
    assertThat(file.header("Cache-Control")).isEqualTo("no-store");
    return file.body().lines().toList();
  }

  @Test
  void fileHoldsAllThatTheFilterLetsThrough() {
    String integration = scenario.integration();
    try (LinksThatFailed failed =
        LinksThatFailed.make(scenario.server().database(), integration, 450)) {
      String list = "/admin/links?format=csv&integration_id=" + integration;

      assertThat(lines(list + "&status=failed"))
          .hasSize(1 + 450)
          .doesNotHaveDuplicates()
          .first()
          .asString()
          .startsWith("id,status,end_user_id,item_id,");
      assertThat(lines(list + "&status=cancelled")).hasSize(1);
      assertThat(failed.count("FAILED")).isEqualTo(450);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/admin/items, item_id",
    "/admin/webhooks, id",
    "/admin/webhooks?from=heron, id",
    "/admin/events, id",
    "/admin/end-users, end_user_id",
    "/admin/imports, id",
    "/admin/audit, at"
  })
  void everyListHasItsFile(String list, String firstColumn) {
    String address = list + (list.contains("?") ? "&" : "?") + "format=csv";

    assertThat(viewer.get(list).body()).contains("format=csv");
    assertThat(lines(address).get(0)).startsWith(firstColumn + ",");
  }

  @Test
  void nameIsNoFormulaInASpreadsheet() {
    String endUser = Examples.anEndUser();
    scenario
        .server()
        .api()
        .post("/api/v1/end-users", Map.of("end_user_id", endUser, "name", "=HYPERLINK(\"x\",1)"));

    assertThat(lines("/admin/end-users?format=csv&query=" + endUser))
        .last()
        .asString()
        .startsWith(endUser + ",\"'=HYPERLINK(\"\"x\"\",1)\",");
  }

  @Test
  void wrongFilterIsToldAsOnThePage() {
    assertThat(viewer.get("/admin/links?status=bogus&format=csv").status()).isEqualTo(400);
    assertThat(viewer.get("/admin/webhooks?status=bogus&format=csv").status()).isEqualTo(400);
  }

  @Test
  void whoSavesAListIsNoted() {
    String integration = scenario.integration();
    viewer.get("/admin/items?format=csv&integration_id=" + integration);

    assertThat(lines("/admin/audit?format=csv&action=list.save&subject=items"))
        .anyMatch(line -> line.contains(integration));
  }

  @Test
  void nobodySavesAListWithoutSigningIn() {
    Answer answer = scenario.server().anyone().get("/admin/links?format=csv");

    assertThat(answer.header("Location")).contains("/admin/login");
    assertThat(answer.body()).doesNotContain("end_user_id,");
  }
}
