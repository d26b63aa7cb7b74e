package io.heronbridge.it.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.heronbridge.it.support.ConnectVisit;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.it.support.TestRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;

/** One end user with a browser, on the connect page and in Link's dialog. */
final class EndUserInBrowser implements AutoCloseable {
  static final String FIRST_PLATYPUS = "First Platypus Bank";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final List<String> complaints = new ArrayList<>();
  private final Scenario scenario;
  private final String id = Examples.anEndUser();
  private final Page page;

  EndUserInBrowser(Scenario scenario) {
    this.scenario = scenario;
    this.page = TestRun.current().browser().open(scenario.server());
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            complaints.add(message.text());
          }
        });
  }

  @Override
  public void close() {
    page.context().close();
    Assertions.assertThat(complaints).isEmpty();
  }

  String id() {
    return id;
  }

  Page page() {
    return page;
  }

  /** Opens a new hosted link; tells its session's id. */
  String opensHostedLink() {
    var made = ConnectVisit.link(scenario, id);
    page.navigate(made.text("url"));
    assertThat(page).hasURL(Pattern.compile(".*/connect/session$"));
    return made.text("id");
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  void clicks(String button) {
    button(button).click();
  }

  /** The link token that the page fetches on a click. */
  String tokenFetchedBy(Runnable click) {
    String body = page.waitForResponse("**/connect/link-tokens", click).text();
    return JsonParser.parseString(body).getAsJsonObject().get("link_token").getAsString();
  }

  FrameLocator dialog() {
    return page.frameLocator("iframe[title='Plaid Link sandbox']");
  }

  void clicksInDialog(String button) {
    dialog()
        .getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName(button))
        .click();
  }

  void signsInToBank() {
    dialog().getByLabel("Username").fill("user_good");
    dialog().getByLabel("Password").fill("pass_good");
    clicksInDialog("Continue");
  }

  void seesInDialog(String heading) {
    assertThat(
            dialog()
                .getByRole(AriaRole.HEADING, new FrameLocator.GetByRoleOptions().setName(heading)))
        .isVisible();
  }

  void goesThroughLinkAt(String bank) {
    clicksInDialog(bank);
    signsInToBank();
    choosesAllAccounts();
    finishes();
  }

  void choosesAllAccounts() {
    seesInDialog("Choose accounts");
    clicksInDialog("Continue");
  }

  void finishes() {
    seesInDialog("All done");
    clicksInDialog("Continue");
  }

  void connects(String bank) {
    clicks("Connect a bank");
    goesThroughLinkAt(bank);
    seesConnected(bank);
  }

  void seesConnected(String bank) {
    seesHeading(bank + " is connected");
  }

  void seesHeading(String text) {
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
        .containsText(text);
  }

  void sees(String text) {
    assertThat(page.getByText(text).first()).isVisible();
  }

  /** The end user's items, newest first. */
  List<String> items(String query) {
    JsonArray items =
        scenario
            .server()
            .api()
            .get("/api/v1/items?end_user_id=" + id + query)
            .json()
            .getAsJsonArray("data");
    return items.asList().stream()
        .map(item -> item.getAsJsonObject().get("item_id").getAsString())
        .toList();
  }

  void awaitStatus(String item, String status) {
    Eventually.within(
        PATIENCE,
        () ->
            Assertions.assertThat(
                    scenario.server().api().get("/api/v1/items/" + item).text("status"))
                .isEqualTo(status));
  }

  /** Reloads the page until it shows what a webhook has told meanwhile. */
  void awaitsButton(String name) {
    Eventually.within(
        PATIENCE,
        () -> {
          page.reload();
          Assertions.assertThat(button(name).count()).isPositive();
        });
  }
}
