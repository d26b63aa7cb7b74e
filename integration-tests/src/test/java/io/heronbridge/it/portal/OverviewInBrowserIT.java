package io.heronbridge.it.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import io.heronbridge.it.support.LinksThatFailed;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.it.support.TestRun;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The first page answers whether anything needs a person, and goes on answering. */
@Tag("browser")
class OverviewInBrowserIT {
  private static final double TWO_ROUNDS = 12_000;

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
  }

  private Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private LinksThatFailed failed(int count) {
    return LinksThatFailed.make(scenario.server().database(), scenario.integration(), count);
  }

  private Locator failedHere() {
    return page.locator("#integration-" + scenario.integration() + "-failed");
  }

  private void assertSoon(Locator where, String text) {
    assertThat(where).containsText(text, new ContainsTextOptions().setTimeout(TWO_ROUNDS));
  }

  private void askForRefresh() {
    page.evaluate("htmx.trigger('#live', 'refresh')");
  }

  private void hide(boolean hidden) {
    page.evaluate(
        """
        (hidden) => {
          Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
          document.dispatchEvent(new Event('visibilitychange'));
        }""",
        hidden);
  }

  @Test
  void whatHappensShowsByItselfAndTheFocusStays() {
    signIn(TestRun.current().browser().open(scenario.server()));
    failedHere().focus();

    try (LinksThatFailed links = failed(3)) {
      assertSoon(failedHere(), "3");
      assertThat(failedHere()).isFocused();
      assertThat(page.locator("#need-failed-links")).containsText("failed");
      Locator timeouts = page.locator("#needs a[href$='error_kind=timeout']");
      assertThat(timeouts).containsText("because Heron did not answer in time");

      failedHere().click();

      assertThat(page.locator("tbody tr")).hasCount(3);
      org.assertj.core.api.Assertions.assertThat(links.count("FAILED")).isEqualTo(3);
    }
  }

  @Test
  void updatesRestOnRequestAndWhileHiddenAndSayWhenTheServerIsAway() {
    signIn(TestRun.current().browser().open(scenario.server()));
    AtomicInteger asked = new AtomicInteger();
    button("Pause updates").click();
    page.onRequest(request -> asked.incrementAndGet());
    try (LinksThatFailed links = failed(2)) {
      askForRefresh();
      assertThat(page.locator("[data-live-state]")).hasText("Paused.");
      org.assertj.core.api.Assertions.assertThat(asked).hasValue(0);

      button("Resume updates").click();
      assertSoon(failedHere(), "2");

      hide(true);
      asked.set(0);
      askForRefresh();
      assertThat(page.locator("[data-live-state]")).hasText("");
      org.assertj.core.api.Assertions.assertThat(asked).hasValue(0);

      page.context().setOffline(true);
      hide(false);
      assertSoon(page.locator("[data-live-state]"), "The server cannot be reached");
      assertThat(failedHere()).hasText("2");

      page.context().setOffline(false);
      askForRefresh();
      assertThat(page.locator("[data-live-state]")).hasText("");
      org.assertj.core.api.Assertions.assertThat(links.count("FAILED")).isEqualTo(2);
    }
  }

  @Test
  void chartsDrawTheirTablesWithoutBreakingThePolicy() {
    List<String> problems = new ArrayList<>();
    Page opened = TestRun.current().browser().open(scenario.server());
    opened.onConsoleMessage(message -> note(message, problems));
    signIn(opened);

    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Last day")).click();
    page.waitForURL("**/admin?range=day");

    assertThat(page.locator("section[data-drawn]")).hasCount(1);
    org.assertj.core.api.Assertions.assertThat(
            page.evaluate(
                "[...document.querySelectorAll('canvas')].map(c => Chart.getChart(c).data.labels.length)"))
        .isEqualTo(List.of(96, 96, 96));
    org.assertj.core.api.Assertions.assertThat(newestDrawn()).isEqualTo(newestTold());
    assertThat(page.locator("#backlog-rows")).isHidden();
    page.locator("[data-chart=backlog] summary").click();
    assertThat(page.locator("#backlog-rows")).isVisible();
    org.assertj.core.api.Assertions.assertThat(problems).isEmpty();
  }

  private Object newestDrawn() {
    return page.evaluate(
        "Chart.getChart(document.querySelector('[data-chart=backlog] canvas'))"
            + ".data.datasets[0].data.filter(value => value !== null).at(-1)");
  }

  private Object newestTold() {
    return page.evaluate(
        "Number([...document.querySelectorAll('#backlog-rows [data-value]')]"
            + ".find(cell => cell.dataset.value !== '').dataset.value)");
  }

  private static void note(ConsoleMessage message, List<String> problems) {
    if (message.type().equals("error")) {
      problems.add(message.text());
    }
  }

  @Test
  void withoutScriptsTheTablesStandAlone() {
    signIn(TestRun.current().browser().openWithoutScripts(scenario.server()));

    assertThat(page.locator("#backlog-rows")).isVisible();
    assertThat(page.locator("canvas").first()).isHidden();
    assertThat(page.locator("[data-live-toggle]")).isHidden();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Last week")).click();
    page.waitForURL("**/admin?range=week");
  }
}
