package io.heronbridge.it.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.ConnectVisit;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.it.support.TestRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a first visit with an empty cache costs the visitor's network. */
@Tag("browser")
class PageWeightIT {
  /** Of ours, before Plaid's own script. */
  private static final int CONNECT = 60_000;

  /** The overview draws charts; no page of the portal has more, but for its integrations. */
  private static final int OVERVIEW = 250_000;

  /** A row of the overview; lenders have a few, these tests leave hundreds. */
  private static final int INTEGRATION = 2_000;

  /** Headers and all, of what came from our own origin. */
  private static final String WEIGHT =
      """
      () => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
        .filter(entry => entry.name.startsWith(location.origin))
        .reduce((sum, entry) => sum + entry.transferSize, 0)""";

  private static final String FILES =
      """
      () => performance.getEntriesByType('resource')
        .filter(entry => entry.name.startsWith(location.origin)).length""";

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

  private int weight() {
    assertThat((Integer) page.evaluate(FILES)).isGreaterThan(10);
    return (Integer) page.evaluate(WEIGHT);
  }

  @Test
  void connectPageIsLight() {
    page.navigate(ConnectVisit.link(scenario, Examples.anEndUser()).text("url"));

    assertThat(weight()).isBetween(10_000, CONNECT);
  }

  @Test
  void heaviestPageOfThePortalIsBearable() {
    page.navigate("/admin/login?next=/admin%3Frange%3Dweek");
    OperatorInBrowser.signIn(page, scenario.server());
    page.waitForURL("**/admin?range=week");
    page.locator(".history[data-drawn]").waitFor();

    // The sign-in page brought the style sheets; a reload past the cache brings all.
    CDPSession browser = page.context().newCDPSession(page);
    browser.send("Network.enable");
    JsonObject off = new JsonObject();
    off.addProperty("cacheDisabled", true);
    browser.send("Network.setCacheDisabled", off);
    page.reload();
    page.locator(".history[data-drawn]").waitFor();

    long integrations = scenario.server().database().number("SELECT count(*) FROM integration");
    assertThat((long) weight()).isBetween(50_000L, OVERVIEW + INTEGRATION * integrations);
  }

  @Test
  void textIsSentAsItIsToWhoeverDoesNotUnpack() {
    Answer plain = scenario.server().anyone().get("/webjars/picocss__pico/2.1.1/css/pico.min.css");

    assertThat(plain.status()).isEqualTo(200);
    assertThat(plain.header("Content-Encoding")).isEmpty();
    assertThat(plain.header("Vary")).contains("Accept-Encoding");
    assertThat(plain.body()).contains("--pico-");
  }
}
