package io.heronbridge.it.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.it.support.TestRun;
import io.heronbridge.sandbox.fault.FaultEffect;
import io.heronbridge.sandbox.fault.FaultMatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The main job as people see it: an end user connects banks, an operator mends what failed. */
@Tag("browser")
class ConnectInBrowserIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String FIRST_PLATYPUS = "First Platypus Bank";

  private final List<String> complaints = new ArrayList<>();
  private final String endUser = Examples.anEndUser();
  private Scenario scenario;
  private Page page;

  @BeforeEach
  void openBrowser() {
    scenario = Scenario.onSharedServer();
    page = TestRun.current().browser().open(scenario.server());
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            complaints.add(message.text());
          }
        });
  }

  @AfterEach
  void closeBrowser() {
    page.context().close();
    Assertions.assertThat(complaints).isEmpty();
  }

  private void openHostedLink() {
    page.navigate(hostedLink());
    assertThat(page).hasURL(Pattern.compile(".*/connect/session$"));
  }

  private String hostedLink() {
    Answer session =
        scenario
            .server()
            .api()
            .post(
                "/api/v1/link-sessions",
                Map.of("integration_id", scenario.integration(), "end_user_id", endUser));
    Assertions.assertThat(session.status()).as(session.body()).isEqualTo(201);
    return session.text("url");
  }

  private void click(String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  private FrameLocator dialog() {
    return page.frameLocator("iframe[title='Plaid Link sandbox']");
  }

  private void clickInDialog(String button) {
    dialog()
        .getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName(button))
        .click();
  }

  private void signInToBank(String password) {
    dialog().getByLabel("Username").fill("user_good");
    dialog().getByLabel("Password").fill(password);
    clickInDialog("Continue");
  }

  private void heading(String text) {
    assertThat(
            dialog().getByRole(AriaRole.HEADING, new FrameLocator.GetByRoleOptions().setName(text)))
        .isVisible();
  }

  private void connect(String bank) {
    click("Connect a bank");
    clickInDialog(bank);
    signInToBank("pass_good");
    heading("Choose accounts");
    clickInDialog("Continue");
    heading("All done");
    clickInDialog("Continue");
    assertConnected(bank);
  }

  /** The page moves on by itself when the bank is connected. */
  private void assertConnected(String bank) {
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
        .containsText(bank + " is connected");
  }

  private String itemId() {
    JsonArray items =
        scenario
            .server()
            .api()
            .get("/api/v1/items?end_user_id=" + endUser)
            .json()
            .getAsJsonArray("data");
    Assertions.assertThat(items).isNotEmpty();
    return items.get(0).getAsJsonObject().get("item_id").getAsString();
  }

  private void signInAsAdministrator(String path) {
    page.navigate(path);
    OperatorInBrowser.signIn(page, scenario.server());
  }

  @Test
  void endUserConnectsABankAndHeronHasIt() {
    openHostedLink();

    connect(FIRST_PLATYPUS);

    scenario.awaitLinked(itemId());
    scenario.awaitRelayed(itemId());
    Assertions.assertThat(scenario.sandbox().heron().links().find(itemId()))
        .hasValueSatisfying(link -> Assertions.assertThat(link.endUserId()).isEqualTo(endUser));
  }

  /** Does what the reference tells a newcomer to do, with what stands on the page. */
  @Test
  void referenceLeadsFromAKeyToALinkedBank() {
    page.navigate("/api");
    String body = quoted("Make a hosted link", "-d '([^\n]+)'");
    Answer hosted =
        scenario
            .server()
            .api()
            .post(
                told("Make a hosted link"),
                JsonParser.parseString(
                    body.replace("'$INTEGRATION'", scenario.integration())
                        .replace("cust_8812", endUser)));
    String banks = told("Ask for the customer's banks").replace("cust_8812", endUser);
    Assertions.assertThat(scenario.server().api().get(told("Ask for the integrations")).status())
        .isEqualTo(200);
    page.navigate(hosted.text("url"));

    connect(FIRST_PLATYPUS);

    scenario.awaitLinked(itemId());
    Assertions.assertThat(scenario.server().api().get(banks).body())
        .contains("\"linked\"", itemId());
  }

  private String told(String example) {
    return quoted(example, "https?://[^/]+(/api/v1[^\\s']+)");
  }

  private String quoted(String example, String pattern) {
    String lines = page.getByLabel(example).innerText();
    Matcher matcher = Pattern.compile(pattern).matcher(lines);
    Assertions.assertThat(matcher.find()).as(lines).isTrue();
    return matcher.group(1);
  }

  @Test
  void storyOfABankBeginsWithItsHostedLinkAndEndsWithHeronsStatus() {
    openHostedLink();
    connect(FIRST_PLATYPUS);
    String link =
        scenario.awaitLinked(itemId()).getAsJsonObject("integration_link").get("id").getAsString();

    signInAsAdministrator("/admin/items/" + itemId());

    assertThat(page.locator("main")).containsText("A hosted link was made");
    assertThat(page.locator("main")).containsText("The end user opened the hosted link");
    assertThat(page.locator("main")).containsText("Link ended well");
    assertThat(page.locator("main")).containsText("Sent to Heron, attempt 1");
    assertThat(page.locator("main")).containsText("Webhook TRANSACTIONS INITIAL_UPDATE");
    Eventually.within(
        Duration.ofSeconds(60),
        () -> {
          scenario.server().api().post("/api/v1/integration-links/" + link + "/read");
          page.reload();
          Assertions.assertThat(page.locator("main").innerText()).contains("News from Heron");
        });
  }

  @Test
  void wrongPasswordAndChangeOfMindLeaveNothingBehind() {
    openHostedLink();
    click("Connect a bank");
    clickInDialog(FIRST_PLATYPUS);
    signInToBank("wrong");
    assertThat(dialog().getByRole(AriaRole.ALERT)).containsText("INVALID_CREDENTIALS");

    clickInDialog("Close");

    assertThat(page.locator("iframe[title='Plaid Link sandbox']")).hasCount(0);
    assertThat(
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Connect a bank")))
        .isEnabled();
    Assertions.assertThat(
            scenario
                .server()
                .api()
                .get("/api/v1/items?end_user_id=" + endUser)
                .json()
                .getAsJsonArray("data"))
        .isEmpty();
  }

  @Test
  void endUserReconnectsAndDisconnects() {
    openHostedLink();
    connect(FIRST_PLATYPUS);
    String item = itemId();
    scenario.awaitLinked(item);
    scenario.sandbox().plaid().breakLogin(scenario.sandbox().plaid().items().all().get(0));
    awaitStatus(item, "login_required");
    page.reload();

    click("Reconnect");
    signInToBank("pass_good");
    heading("All done");
    clickInDialog("Continue");
    assertConnected(FIRST_PLATYPUS);
    awaitStatus(item, "active");
    page.getByText("Disconnect").first().click();
    click("Disconnect");

    awaitStatus(item, "removed");
    Assertions.assertThat(scenario.sandbox().plaid().items().all().get(0).isRemoved()).isTrue();
  }

  private void awaitStatus(String item, String status) {
    Eventually.within(
        PATIENCE,
        () ->
            Assertions.assertThat(
                    scenario.server().api().get("/api/v1/items/" + item).text("status"))
                .isEqualTo(status));
  }

  @Test
  void hostedLinkOpensInOneBrowserOnly() {
    String link = hostedLink();
    page.navigate(link);

    try (Page other = TestRun.current().browser().open(scenario.server())) {
      other.navigate(link);

      assertThat(other.getByText("opened already")).isVisible();
      other.context().close();
    }
  }

  @Test
  void operatorFindsAFailedLinkAndResendsIt() {
    scenario
        .sandbox()
        .faults()
        .next(
            1,
            FaultMatch.of("heron", ".*/itg_sandbox/links").method("POST"),
            FaultEffect.status(
                422, "{\"code\":422,\"description\":{\"json\":{\"item_id\":[\"no good\"]}}}"));
    openHostedLink();
    connect(FIRST_PLATYPUS);
    String item = itemId();
    scenario.awaitLink(item, "failed");

    signInAsAdministrator("/admin/links?status=failed&end_user_id=" + endUser);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(endUser)).first().click();
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
        .containsText("422");
    click("Resend");

    scenario.awaitLinked(item);
    // The page keeps itself up to date.
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
        .containsText(
            "Linked", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE.toMillis()));
    page.navigate("/admin/audit");
    assertThat(page.locator("tbody")).containsText("link.resend");
  }
}
