package io.heronbridge.it.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.ConnectVisit;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.LinksThatFailed;
import io.heronbridge.it.support.Pictures;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.it.support.TestRun;
import io.heronbridge.it.support.Visitors;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * No page shuts people out: in light, in dark, and on a phone. It comes first, since axe takes its
 * time over each row that other tests leave in the lists.
 */
@Tag("browser")
@Order(1)
class AccessibilityIT {
  private static final int PHONE = 360;

  private Scenario scenario;
  private Page page;
  private String itemId;
  private String endUser;

  @BeforeEach
  void connectABank() {
    scenario = Scenario.onSharedServer();
    page = TestRun.current().browser().open(scenario.server());
    endUser = Examples.anEndUser();
    itemId =
        scenario
            .exchange(endUser, scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS))
            .text("item_id");
    scenario.awaitLinked(itemId);
    scenario.awaitRelayed(itemId);
    ConnectVisit.open(scenario, endUser)
        .post("/connect/exits", Map.of("error", Map.of("error_code", "ITEM_LOCKED")));
  }

  @AfterEach
  void closeBrowser() {
    page.context().close();
  }

  /** Each colour scheme once, and each width once: what is wrong in one is wrong in the other. */
  private void assertOpenToAll(String path) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    page.setViewportSize(1280, 900);
    assertNothingSerious(path, "light, 1280");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    page.setViewportSize(PHONE, 800);
    assertNothingSerious(path, "dark, 360");
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
        .as("width of %s", path)
        .isLessThanOrEqualTo(PHONE);
  }

  private void assertNothingSerious(String path, String how) {
    assertThat(page.navigate(path).status()).as(path).isLessThan(500);
    List<String> serious =
        new AxeBuilder(page)
                // One look without a second tab; the others ask it only for frames of other
                // origins.
                .setLegacyMode(true)
                .analyze()
                .getViolations()
                .stream()
                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                .map(AccessibilityIT::told)
                .toList();
    assertThat(serious).as("%s, %s", path, how).isEmpty();
  }

  private static String told(Rule rule) {
    return rule.getId() + ": " + rule.getNodes().get(0).getHtml();
  }

  @Test
  void everyAdminPageIsOpenToAll() {
    assertOpenToAll("/admin/login");
    OperatorInBrowser.signIn(page, scenario.server());
    page.waitForURL("**/admin");
    try (LinksThatFailed failed =
        LinksThatFailed.make(scenario.server().database(), scenario.integration(), 2)) {
      lookAtEveryAdminPage();
      assertThat(failed.count("FAILED")).as("looking changes nothing").isEqualTo(2);
    }
  }

  private void lookAtEveryAdminPage() {
    for (String path :
        List.of(
            "/admin",
            "/admin/links",
            "/admin/links/" + linkId(),
            "/admin/resend-jobs",
            "/admin/resend-jobs/" + resendJob("resend-jobs"),
            "/admin/resend-jobs/" + resendJob("integration-links/resend"),
            "/admin/items",
            "/admin/items/" + itemId,
            "/admin/imports",
            "/admin/imports/" + importId(),
            "/admin/events",
            "/admin/integration-events/" + scenario.integration(),
            "/admin/drift",
            "/admin/outbox",
            "/admin/webhooks",
            "/admin/webhooks/" + webhookId(),
            "/admin/webhooks?from=heron",
            "/admin/lost-connections",
            "/admin/end-users",
            "/admin/end-users/" + endUser,
            "/admin/integrations",
            "/admin/integrations/new",
            "/admin/integrations/" + scenario.integration(),
            "/admin/integrations/heron?integration=" + scenario.integration(),
            "/admin/integrations/set-up?integration=" + scenario.integration(),
            "/admin/users",
            "/admin/users/new",
            "/admin/users/" + idOf("admin_user"),
            "/admin/account",
            "/admin/api-keys",
            "/admin/api-keys/new",
            "/admin/api-keys/" + idOf("api_key"),
            "/admin/audit")) {
      assertOpenToAll(path);
    }
  }

  private String idOf(String table) {
    new Visitors(scenario.server().database()).readOnlyKey();
    return scenario
        .server()
        .database()
        .column("SELECT id FROM " + table + " ORDER BY created_at DESC LIMIT 1")
        .get(0);
  }

  /** One that is planned and would resend links, or one that had none to resend. */
  private String resendJob(String path) {
    Map<String, String> about =
        path.equals("resend-jobs")
            ? Map.of("status", "failed", "integration_id", scenario.integration())
            : Map.of("status", "failed", "end_user_id", "nobody");
    return scenario.server().api().post("/api/v1/" + path, about).text("job_id");
  }

  @Test
  void theReferenceOfTheApiIsOpenToAll() {
    assertOpenToAll("/api");
  }

  @Test
  void theConnectPageIsOpenToAll() {
    Answer session =
        scenario
            .server()
            .api()
            .post(
                "/api/v1/link-sessions",
                Map.of("integration_id", scenario.integration(), "end_user_id", endUser));
    page.navigate(session.text("url"));

    assertOpenToAll("/connect/session");
    paint("#ffd400");
    assertOpenToAll("/connect/session");
    assertOpenToAll("/connect/nobody-knows-this-link");
  }

  private void paint(String colour) {
    JsonObject look = new JsonObject();
    look.addProperty("colour", colour);
    look.addProperty("logo", Pictures.base64(Pictures.picture("png", 300, 80)));
    Answer set =
        scenario
            .server()
            .api()
            .put("/api/v1/integrations/" + scenario.integration() + "/brand", look);
    assertThat(set.status()).as(set.body()).isEqualTo(200);
  }

  private String linkId() {
    return scenario
        .server()
        .api()
        .get("/api/v1/items/" + itemId)
        .json()
        .getAsJsonObject("integration_link")
        .get("id")
        .getAsString();
  }

  /** One with a rejected line. */
  private String importId() {
    return scenario
        .server()
        .api()
        .with("Content-Type", "text/csv")
        .postBytes(
            "/api/v1/items/import?integration_id=" + scenario.integration(),
            "end_user_id,item_id,access_token\neus_1,item,token".getBytes(StandardCharsets.UTF_8))
        .text("import_id");
  }

  private String webhookId() {
    return scenario
        .server()
        .api()
        .get("/api/v1/webhooks?item_id=" + itemId)
        .json()
        .getAsJsonArray("data")
        .get(0)
        .getAsJsonObject()
        .get("id")
        .getAsString();
  }
}
