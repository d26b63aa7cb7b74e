package io.heronbridge.it.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.it.support.Secrets;
import io.heronbridge.it.support.TestRun;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An administrator sets events up, sends a test, rotates the secret and switches off. */
@Tag("browser")
class EventsInBrowserIT {
  private Scenario scenario;
  private Page page;

  @BeforeEach
  void signIn() {
    scenario = Scenario.onSharedServer();
    page = TestRun.current().browser().openWithoutScripts(scenario.server());
    page.navigate("/admin/login?next=/admin/integrations/" + scenario.integration());
    OperatorInBrowser.signIn(page, scenario.server());
  }

  @AfterEach
  void closeBrowser() {
    page.context().close();
  }

  private Locator button(String text) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text).setExact(true));
  }

  private void follow(String text) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(text)).click();
  }

  private String told() {
    String secret = Secrets.remember(page.locator("#told").inputValue());
    scenario.sandbox().lender().trust(secret);
    follow("Back to the events of this integration");
    assertThat(page.content()).doesNotContain(secret);
    return secret;
  }

  @Test
  void eventsAreSetUpTestedRotatedAndSwitchedOff() {
    follow("Events to your backend");
    page.getByLabel("Address of your backend").fill("ftp://backend.example.com");
    button("Switch on").click();
    assertThat(page.locator(".field-problem")).containsText("Must begin with");
    page.getByLabel("Address of your backend").fill(scenario.sandbox().lenderUrl());
    page.getByLabel("item.removed").uncheck();
    button("Switch on").click();
    String first = told();
    assertThat(page.getByLabel("item.removed")).not().isChecked();

    button("Send a test event").click();
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("on its way");
    Eventually.within(
        Duration.ofSeconds(20),
        () -> {
          page.reload();
          assertThat(page.locator("main").innerText()).contains("The backend has taken it.");
        });
    assertThat(page.locator(".payload")).containsText("\"type\": \"test\"");
    button("Resend").click();
    Eventually.within(
        Duration.ofSeconds(20), () -> assertThat(scenario.sandbox().lender().events()).hasSize(2));

    page.navigate("/admin/integration-events/" + scenario.integration());
    button("Rotate secret").click();
    String second = told();
    button("Rotate secret").click();
    assertThat(page.locator("main")).containsText("It ends at once.");
    button("Rotate again").click();
    assertThat(told()).isNotEqualTo(first).isNotEqualTo(second);
    page.getByText("Switch events off").click();
    button("Switch off").click();
    assertThat(page.locator("main")).containsText("Switched off by a person.");
    follow("What was sent");
    assertThat(page.locator("tbody tr")).hasCount(1);
    assertThat(page.locator("tbody tr")).containsText("test");
  }
}
