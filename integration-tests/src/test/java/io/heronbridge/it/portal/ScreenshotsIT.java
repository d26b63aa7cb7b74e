package io.heronbridge.it.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import io.heronbridge.it.support.ConnectVisit;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.Pictures;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.it.support.TestRun;
import io.heronbridge.sandbox.fault.FaultEffect;
import io.heronbridge.sandbox.fault.FaultMatch;
import io.heronbridge.sandbox.plaid.Institution;
import io.heronbridge.sandbox.plaid.LinkedItem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Takes the pictures of the documents: alone, on a new database, and only when asked to. */
@Tag("browser")
@EnabledIfSystemProperty(named = "bridge.screenshots", matches = "true")
class ScreenshotsIT {
  private static final int LARGEST = 150 * 1024;
  private static final String ADA = "cust_8812";
  private static final String GRACE = "cust_1190";

  /**
   * An hour with a few minutes in which Heron failed; latencies in the classes that are counted.
   */
  private static final String HOUR =
      """
      INSERT INTO delivery_history (span_minutes, begins, minutes, delivered, failed, refused,
                                    latencies, backlog)
      SELECT 1, date_bin('1 minute', now(), 'epoch') - n * interval '1 minute', 1,
             20 + n % 7 * 3, CASE WHEN n BETWEEN 22 AND 25 THEN 9 ELSE 0 END,
             CASE WHEN n = 40 THEN 2 ELSE 0 END,
             (SELECT array_agg(CASE k WHEN 9 THEN 12 + n % 5 WHEN 11 THEN 7 WHEN 13 THEN n % 3
                               ELSE 0 END ORDER BY k) FROM generate_series(0, 30) AS k),
             CASE WHEN n BETWEEN 20 AND 25 THEN (26 - n) * 6 ELSE n % 4 END
        FROM generate_series(6, 59) AS n
      ON CONFLICT DO NOTHING""";

  private static final String RENAMED =
      """
      node => {
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
          texts.currentNode.data = texts.currentNode.data.replaceAll(node, 'node-a');
        }
      }""";
  private static final Path FOLDER = Path.of(System.getProperty("it.root"), "docs", "screenshots");

  private final Scenario scenario = Scenario.onSharedServer();
  private final Page page = TestRun.current().browser().open(scenario.server());
  private String refusedLink;
  private String brokenItem;

  @BeforeEach
  void makeAnOrdinaryDay() {
    JsonObject look = new JsonObject();
    look.addProperty("colour", "#7a1fa2");
    look.addProperty("logo", Pictures.base64(Pictures.picture("png", 300, 90)));
    scenario.server().api().put("/api/v1/integrations/" + scenario.integration() + "/brand", look);
    call("Ada Example", ADA);
    call("Grace Example", GRACE);
    connect(ADA, Institution.FIRST_PLATYPUS);
    brokenItem = connect(ADA, Institution.TARTAN);
    connect(GRACE, Institution.FIRST_GINGHAM);
    refuseALink();
    scenario.server().database().change(HOUR);
  }

  private void call(String name, String id) {
    scenario.server().api().post("/api/v1/end-users", Map.of("end_user_id", id, "name", name));
  }

  private String connect(String endUser, Institution bank) {
    LinkedItem linked = scenario.chooseBank(endUser, bank);
    String item = scenario.exchange(endUser, linked).text("item_id");
    scenario.awaitLinked(item);
    scenario.awaitRelayed(item);
    if (bank.equals(Institution.TARTAN)) {
      scenario.sandbox().plaid().breakLogin(linked.item());
      Eventually.within(
          Duration.ofSeconds(20),
          () ->
              assertThat(scenario.server().api().get("/api/v1/items/" + item).text("status"))
                  .isEqualTo("login_required"));
    }
    return item;
  }

  private void refuseALink() {
    scenario
        .sandbox()
        .faults()
        .next(
            1,
            FaultMatch.of("heron", ".*/itg_sandbox/links").method("POST"),
            FaultEffect.status(422, "{\"code\":422,\"description\":\"item_id is missing\"}"));
    LinkedItem linked = scenario.chooseBank(GRACE, Institution.HOUNDSTOOTH);
    String item = scenario.exchange(GRACE, linked).text("item_id");
    refusedLink =
        scenario
            .awaitLink(item, "failed")
            .getAsJsonObject("integration_link")
            .get("id")
            .getAsString();
  }

  @AfterEach
  void closeBrowser() {
    page.context().close();
  }

  private void light() {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    page.setViewportSize(1280, 900);
  }

  private void darkOnAPhone() {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    page.setViewportSize(360, 740);
  }

  private void take(String name, String address) {
    assertThat(page.navigate(address).status()).as(address).isEqualTo(200);
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.evaluate(RENAMED, nodeName());
    byte[] picture =
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    assertThat(picture.length).as(name).isLessThanOrEqualTo(LARGEST);
  }

  /** As attempts name it: that of the machine, which is nobody's business. */
  private String nodeName() {
    return scenario.server().database().column("SELECT DISTINCT node FROM attempt").get(0);
  }

  @Test
  void mainPagesAreTaken() {
    light();
    page.navigate("/admin/login");
    OperatorInBrowser.signIn(page, scenario.server());
    page.waitForURL("**/admin");
    take("overview-light", "/admin");
    take("links-light", "/admin/links");
    take("link-light", "/admin/links/" + refusedLink);
    take("item-light", "/admin/items/" + brokenItem);
    take("end-user-light", "/admin/end-users/" + ADA);
    take("integration-light", "/admin/integrations/" + scenario.integration() + "#brand");
    take("set-up-light", "/admin/integrations/set-up?integration=" + scenario.integration());
    take("outbox-light", "/admin/outbox");
    darkOnAPhone();
    take("overview-phone", "/admin");
  }

  @Test
  void connectPageIsTaken() {
    light();
    page.navigate(ConnectVisit.link(scenario, ADA).text("url"));
    take("connect-light", "/connect/session");
    darkOnAPhone();
    take("connect-phone", "/connect/session");
  }
}
