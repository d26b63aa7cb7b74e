package io.heronbridge.it.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.it.support.TestRun;
import io.heronbridge.sandbox.fault.FaultEffect;
import io.heronbridge.sandbox.fault.FaultMatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From the sign-in to the proof in the audit trail without touching a mouse. */
@Tag("browser")
class KeyboardInBrowserIT {
  private static final int MOST_TABS = 40;

  private Scenario scenario;
  private Page page;
  private String endUser;

  @BeforeEach
  void letALinkFail() {
    scenario = Scenario.onSharedServer();
    scenario
        .sandbox()
        .faults()
        .next(
            1,
            FaultMatch.of("heron", ".*/itg_sandbox/links").method("POST"),
            FaultEffect.status(422, "{\"code\":422,\"description\":\"item_id is missing\"}"));
    endUser = Examples.anEndUser();
    String item =
        scenario
            .exchange(endUser, scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS))
            .text("item_id");
    scenario.awaitLink(item, "failed");
    page = TestRun.current().browser().open(scenario.server());
  }

  @AfterEach
  void closeBrowser() {
    page.context().close();
  }

  private void press(String key) {
    page.keyboard().press(key);
  }

  /** Presses one of our own keys, as soon as the page says that it knows them. */
  private void shortcut(String key) {
    Page.GetByRoleOptions help = new Page.GetByRoleOptions().setName("Keyboard shortcuts");
    assertThat(page.getByRole(AriaRole.BUTTON, help)).isVisible();
    press(key);
  }

  /** Goes on with Tab until what is wanted has the focus, and sees that it shows. */
  private void tabTo(String selector) {
    for (int tabs = 0; tabs < MOST_TABS; tabs++) {
      press("Tab");
      if (Boolean.TRUE.equals(
          page.evaluate("wanted => document.activeElement.matches(wanted)", selector))) {
        assertThat((String) page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
            .as("focus ring of %s", selector)
            .isNotEqualTo("none");
        return;
      }
    }
    throw new AssertionError(selector + " was not reached in " + MOST_TABS + " tabs");
  }

  private void heading(String text) {
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
        .containsText(text);
  }

  @Test
  void failedLinkIsFoundUnderstoodMendedResentAndProven() {
    page.navigate("/admin/login");
    assertThat(page.getByLabel("Username")).isFocused();
    page.keyboard().type("ana");
    press("Tab");
    page.keyboard().type(scenario.server().settings().administratorPassword());
    press("Enter");
    page.waitForURL("**/admin");

    tabTo(".skip");
    press("Enter");
    tabTo("a[href*='/admin/links?status=failed']");
    press("Enter");
    page.waitForURL("**/admin/links?status=failed*");
    shortcut("j");
    assertThat(page.locator("tbody tr").first().getByRole(AriaRole.LINK)).isFocused();
    assertThat(page.locator("tbody tr").first()).containsText(endUser);
    press("Enter");
    page.waitForURL("**/admin/links/*");
    heading("Failed: Heron refused it (422)");
    assertThat(page.getByText("What to do:")).isVisible();
    String link = page.url().replaceAll(".*/", "");

    shortcut("r");
    heading("Linked");
    tabTo("main a[href*='/admin/audit?subject=']");
    press("Enter");

    assertThat(page.locator("tbody tr").first()).containsText("link.resend");
    assertThat(page.locator("tbody tr").first()).containsText("user:ana");
    assertThat(page.locator("tbody tr").first()).containsText(link);
  }
}
