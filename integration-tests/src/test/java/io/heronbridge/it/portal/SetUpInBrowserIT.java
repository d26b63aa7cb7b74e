package io.heronbridge.it.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.it.support.TestRun;
import io.heronbridge.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An administrator sets an integration up in a browser that runs no scripts. */
@Tag("browser")
class SetUpInBrowserIT {
  private final List<String> visited = new ArrayList<>();
  private Scenario scenario;
  private Page page;

  @BeforeEach
  void openBrowser() {
    scenario = Scenario.onSharedServer();
    page = TestRun.current().browser().openWithoutScripts(scenario.server());
    page.onRequest(request -> visited.add(request.url()));
  }

  @AfterEach
  void closeBrowser() {
    page.context().close();
  }

  private void signIn(String path) {
    page.navigate(path);
    OperatorInBrowser.signIn(page, scenario.server());
  }

  private void click(String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  private void fill(String id, String text) {
    page.locator("#" + id).fill(text);
  }

  private void heading(String text) {
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
        .containsText(text);
  }

  private void describe(String name, String linkUrl) {
    Sandbox sandbox = scenario.sandbox();
    page.getByText("More settings").click();
    fill("name", name);
    fill("heron-link_url", linkUrl);
    fill("heron-webhook_url", sandbox.heronWebhookUrl());
    fill("heron-api_key", Sandbox.HERON_API_KEY);
    fill("heron-webhook_secret", Sandbox.HERON_WEBHOOK_SECRET);
    fill("plaid-client_id", Sandbox.PLAID_CLIENT_ID);
    fill("plaid-secret", Sandbox.PLAID_SECRET);
    fill("plaid-base_url", sandbox.plaidUrl());
    fill("link-client_name", "Acme");
    click("Set up integration");
  }

  @Test
  void heronsIntegrationIsChosenFromItsList() {
    signIn("/admin/integrations/new");
    describe(
        "Picked", scenario.sandbox().heronLinkUrl().replaceAll("/api/integrations/.*", "/api"));
    heading("Choose Heron's integration");

    click("Choose Sandbox");

    heading("Set up Picked");
    assertThat(page.getByText("Links go to itg_sandbox now.")).isVisible();
    assertThat(page.locator("#link-url")).hasText(scenario.sandbox().heronLinkUrl());
    assertThat(page.getByText("Stored, ends in")).isVisible();
    click("Check now");
    assertThat(page.locator("#state-heron")).containsText("has the integration Sandbox");
    page.locator("#guide-answer a").click();
    assertThat(page.locator("#check")).containsText("The webhook URL was not tried");
    assertKeyWasNeverShown();
  }

  @Test
  void integrationIsMadeAtHeron() {
    signIn("/admin/integrations/heron?integration=" + scenario.integration());
    fill("name", "Made in the portal");

    click("Make it and send links there");

    assertThat(page.locator("#link-url")).hasText(Pattern.compile(".*/itg_(?!sandbox).*"));
    page.getByText("Choose Heron's integration").click();
    assertThat(page.locator("tbody")).containsText("Made in the portal");
    assertKeyWasNeverShown();
  }

  @Test
  void pausedIntegrationSaysThatOnlyPlaidIsRead() {
    scenario.server().api().post("/api/v1/integrations/" + scenario.integration() + "/pause");
    signIn("/admin/integrations/" + scenario.integration());

    click("Read all links now");

    assertThat(page.getByText("Heron is not read while the integration is paused.")).isVisible();
  }

  @Test
  void changeIsAskedAboutOnceBanksAreConnected() {
    String endUser = Examples.anEndUser();
    scenario.exchange(endUser, scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS));
    signIn("/admin/integrations/heron?integration=" + scenario.integration());

    click("Make it and send links there");

    heading("Send links of Acme sandbox elsewhere?");
    click("Send links elsewhere");
    assertThat(page.locator("#link-url")).hasText(Pattern.compile(".*/itg_(?!sandbox).*"));
  }

  private void assertKeyWasNeverShown() {
    for (String secret : List.of(Sandbox.HERON_API_KEY, Sandbox.PLAID_SECRET)) {
      Assertions.assertThat(visited).noneMatch(url -> url.contains(secret));
      Assertions.assertThat(page.content()).doesNotContain(secret);
    }
  }
}
