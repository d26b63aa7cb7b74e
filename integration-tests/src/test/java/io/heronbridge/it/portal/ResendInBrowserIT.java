package io.heronbridge.it.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.LinksThatFailed;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.it.support.TestRun;
import io.heronbridge.sandbox.fault.FaultEffect;
import io.heronbridge.sandbox.fault.FaultMatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An operator resends what failed during an outage. */
@Tag("browser")
class ResendInBrowserIT {
  private Scenario scenario;
  private Page page;

  @BeforeEach
  void openScenario() {
    scenario = Scenario.onSharedServer();
  }

  @AfterEach
  void closeBrowser() {
    page.context().close();
  }

  private void signIn(Page opened) {
    page = opened;
    page.navigate("/admin/login");
    OperatorInBrowser.signIn(page, scenario.server());
    page.waitForURL("**/admin");
    page.navigate("/admin/links?status=failed&integration_id=" + scenario.integration());
  }

  private Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private Locator heading() {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
  }

  private String connectInVain() {
    scenario
        .sandbox()
        .faults()
        .next(
            1,
            FaultMatch.of("heron", ".*/itg_sandbox/links").method("POST"),
            FaultEffect.status(422, "{\"code\":422}"));
    String endUser = Examples.anEndUser();
    String item =
        scenario
            .exchange(endUser, scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS))
            .text("item_id");
    scenario.awaitLink(item, "failed");
    return item;
  }

  private LinksThatFailed manyFailed() {
    scenario.server().api().post("/api/v1/integrations/" + scenario.integration() + "/pause");
    return LinksThatFailed.make(scenario.server().database(), scenario.integration(), 120);
  }

  @Test
  void fewAreResentAtThePressOfTheButton() {
    String first = connectInVain();
    String second = connectInVain();
    signIn(TestRun.current().browser().open(scenario.server()));

    button("Resend all matching").click();

    page.waitForURL("**/admin/resend-jobs/*");
    scenario.awaitLinked(first);
    scenario.awaitLinked(second);
    assertThat(heading()).containsText("Done");
    assertThat(page.locator("#live")).containsText("2 links resent.");
    page.navigate("/admin/audit");
    assertThat(page.locator("tbody")).containsText("resend_job.start");
  }

  @Test
  void whatManyWouldMeanIsShownFirst() {
    try (LinksThatFailed links = manyFailed()) {
      signIn(TestRun.current().browser().open(scenario.server()));

      button("Resend all matching").click();
      page.waitForURL("**/admin/resend-jobs/*");
      assertThat(heading()).containsText("Resend 120 links?");
      assertThat(page.getByRole(AriaRole.MAIN)).containsText("the integration is paused");
      button("Resend 120 links").click();

      assertThat(heading()).containsText("Done");
      assertThat(page.locator("#live")).containsText("120 links resent.");
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Resend jobs")).click();
      assertThat(page.locator("tbody tr").first()).containsText("120");
      org.assertj.core.api.Assertions.assertThat(links.count("PENDING")).isEqualTo(120);
    }
  }

  @Test
  void planIsDroppedWithoutScripts() {
    try (LinksThatFailed links = manyFailed()) {
      signIn(TestRun.current().browser().openWithoutScripts(scenario.server()));

      button("Resend all matching").click();
      button("Cancel").click();

      assertThat(heading()).containsText("Cancelled");
      assertThat(page.locator("#live")).containsText("no link was touched");
      org.assertj.core.api.Assertions.assertThat(links.count("FAILED")).isEqualTo(120);
    }
  }

  @Test
  void keyboardIsEnough() {
    connectInVain();
    connectInVain();
    signIn(TestRun.current().browser().open(scenario.server()));

    assertThat(button("Keyboard shortcuts")).isVisible();
    page.keyboard().press("?");
    assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Keyboard shortcuts");
    page.keyboard().press("?");
    assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
    page.keyboard().press("/");
    assertThat(page.getByLabel("Find by any id or name")).isFocused();
    page.keyboard().press("j");
    assertThat(page.getByLabel("Find by any id or name")).hasValue("j");
    page.getByLabel("Find by any id or name").blur();
    page.keyboard().press("j");
    page.keyboard().press("x");
    page.keyboard().press("j");
    page.keyboard().press("x");
    page.keyboard().press("k");
    assertThat(page.locator("tbody tr").nth(0).getByRole(AriaRole.LINK)).isFocused();
    assertThat(page.getByText("2 selected")).isVisible();
    page.keyboard().press("r");

    assertThat(page.getByText("Resent 2 links.")).isVisible();
  }
}
