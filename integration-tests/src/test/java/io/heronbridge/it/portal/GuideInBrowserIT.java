package io.heronbridge.it.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.ApiClient;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.it.support.TestRun;
import io.heronbridge.it.support.Visitors;
import io.heronbridge.it.support.Visitors.Visitor;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.sandbox.Sandbox;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From an empty form to "Heron Bridge works", doing nothing but what the pages say. */
@Tag("browser")
class GuideInBrowserIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Scenario scenario;
  private Page page;

  @BeforeEach
  void openBrowser() {
    scenario = Scenario.onSharedServer();
    page = TestRun.current().browser().open(scenario.server());
  }

  @AfterEach
  void closeBrowser() {
    page.context().close();
  }

  private Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private void fill(String id, String text) {
    page.locator("#" + id).fill(text);
  }

  private void describeWithAWrongKey() {
    Sandbox sandbox = scenario.sandbox();
    page.getByText("More settings").click();
    fill("name", "Followed");
    fill("heron-link_url", sandbox.heronLinkUrl().replaceAll("/api/integrations/.*", "/api"));
    fill("heron-webhook_url", sandbox.heronWebhookUrl());
    fill("heron-api_key", Sandbox.HERON_API_KEY);
    fill("heron-requests_per_minute", "0");
    fill("plaid-client_id", Sandbox.PLAID_CLIENT_ID);
    fill("plaid-secret", "not-the-secret");
    fill("plaid-base_url", sandbox.plaidUrl());
    fill("link-client_name", "Acme");
    button("Set up integration").click();
  }

  private Page connectABank(String bank) {
    Page tab = page.context().waitForPage(() -> button("Connect a test bank").click());
    tab.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Connect a bank")).click();
    FrameLocator dialog = tab.frameLocator("iframe[title='Plaid Link sandbox']");
    press(dialog, bank);
    dialog.getByLabel("Username").fill("user_good");
    dialog.getByLabel("Password").fill("pass_good");
    press(dialog, "Continue");
    assertThat(dialog.getByText("Choose accounts").first()).isVisible();
    press(dialog, "Continue");
    assertThat(dialog.getByText("All done").first()).isVisible();
    press(dialog, "Continue");
    assertThat(tab.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
        .containsText(bank + " is connected");
    return tab;
  }

  private static void press(FrameLocator dialog, String name) {
    dialog.getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName(name)).click();
  }

  @Test
  void followingThePageEndsWithABridgeThatWorks() {
    page.navigate("/admin/integrations/new");
    OperatorInBrowser.signIn(page, scenario.server());
    describeWithAWrongKey();
    button("Choose Sandbox").click();
    assertThat(page.locator("#guide-answer")).containsText("0 of 4 done. Next: check the keys.");

    button("Check now").click();
    assertThat(page.locator("#state-plaid")).containsText("INVALID_API_KEYS");
    assertThat(page.locator("#guide-answer")).containsText("Next: mend Plaid's side.");
    page.getByText("Change Plaid's keys").click();
    fill("plaid-secret", Sandbox.PLAID_SECRET);
    button("Save").click();
    page.getByText("Open the guide").click();
    button("Check now").click();
    assertThat(page.locator("#state-plaid")).containsText("done");
    assertThat(page.locator("#state-heron")).containsText("has the integration Sandbox");
    assertThat(page.locator("#guide-answer"))
        .containsText("2 of 4 done. Next: connect a test bank.");

    Page tab = connectABank("First Platypus Bank");
    tab.close();

    assertThat(page.locator("#guide-answer")).containsText("Heron Bridge works");
    assertThat(page.locator("#test-run")).containsText("First webhook delivered to Heron done");
    button("Disconnect First Platypus Bank").click();
    page.waitForURL("**/admin/item-removals");
    button("Disconnect First Platypus Bank").click();
    assertThat(page.getByText("First Platypus Bank is disconnected.")).isVisible();
  }

  @Test
  void integrationInUseNeedsNoGuide() {
    String cookie = new Visitors(scenario.server().database()).cookieOf(Role.OPERATOR);
    ApiClient operator = scenario.server().anyone().withCookie(cookie);
    String address = "/admin/integrations/set-up?integration=" + scenario.integration();
    String before = operator.get(address).body();

    String endUser = Examples.anEndUser();
    String item =
        scenario
            .exchange(endUser, scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS))
            .text("item_id");
    scenario.awaitLinked(item);
    scenario.awaitRelayed(item);

    assertThat(before).contains("0 of 4 done");
    Eventually.within(
        PATIENCE, () -> assertThat(operator.get(address).body()).contains("4 of 4 done"));
    assertThat(operator.get("/admin/integrations/" + scenario.integration()).body())
        .doesNotContain("Open the guide");
  }

  private Answer connect(Visitor who, String endUser) {
    String form =
        "csrf=" + who.csrf() + "&integration=" + scenario.integration() + "&end_user_id=" + endUser;
    return scenario
        .server()
        .anyone()
        .withCookie(who.cookie())
        .with("Content-Type", "application/x-www-form-urlencoded")
        .postBytes("/admin/test-connections", form.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void testConnectionIsForAnEndUserAndKnownToTheAuditTrail() {
    Visitor operator = new Visitors(scenario.server().database()).signedIn(Role.OPERATOR);

    Answer refused = connect(operator, "eus_herons");
    Answer begun = connect(operator, "test-connection");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Must not start with eus_");
    assertThat(begun.status()).isEqualTo(303);
    assertThat(begun.header("Location")).startsWith("/connect/");
    assertThat(
            scenario
                .server()
                .database()
                .column(
                    "SELECT actor FROM audit_entry WHERE action = 'integration.test'"
                        + " AND subject = ?",
                    "integration:" + scenario.integration()))
        .containsExactly("user:" + operator.name());
  }
}
