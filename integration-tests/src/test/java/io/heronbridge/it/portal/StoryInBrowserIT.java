package io.heronbridge.it.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.it.support.TestRun;
import io.heronbridge.sandbox.fault.FaultEffect;
import io.heronbridge.sandbox.fault.FaultMatch;
import io.heronbridge.sandbox.plaid.Institution;
import io.heronbridge.sandbox.plaid.LinkedItem;
import java.time.Duration;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An operator looks up why a bank is where it is, and an administrator disconnects it. */
@Tag("browser")
class StoryInBrowserIT {
  private final String endUser = Examples.anEndUser();
  private Scenario scenario;
  private LinkedItem linked;
  private Page page;

  @BeforeEach
  void connectABankWhoseLoginBreaks() {
    scenario = Scenario.onSharedServer();
    linked = scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS);
    scenario.exchange(endUser, linked);
    scenario.awaitLinked(linked.item().itemId());
    scenario.sandbox().plaid().breakLogin(linked.item());
    Eventually.within(
        Duration.ofSeconds(20), () -> Assertions.assertThat(status()).isEqualTo("login_required"));
    page = TestRun.current().browser().open(scenario.server());
    page.navigate("/admin/items?end_user_id=" + endUser);
    OperatorInBrowser.signIn(page, scenario.server());
  }

  @AfterEach
  void closeBrowser() {
    page.context().close();
  }

  private String status() {
    return scenario.server().api().get("/api/v1/items/" + linked.item().itemId()).text("status");
  }

  private void click(String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  private Locator heading() {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
  }

  private void openStory() {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("First Platypus Bank"))
        .first()
        .click();
    assertThat(heading()).containsText("Needs its user");
  }

  @Test
  void storyLeadsFromTheListToTheWebhookThatSaidIt() {
    assertThat(page.locator("tbody")).containsText("Needs its user");
    assertThat(page.locator("tbody")).containsText("they press Reconnect");
    openStory();
    assertThat(page.getByText("What to do:").first()).isVisible();

    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Login required"))
        .first()
        .click();

    assertThat(page).hasURL(Pattern.compile(".*/admin/webhooks/.*"));
    assertThat(page.locator("main")).containsText("ITEM_LOGIN_REQUIRED");
  }

  @Test
  void storyIsFoundByTheItemsIdAndGivesAHostedLink() {
    page.navigate("/admin/search?q=" + linked.item().itemId());
    assertThat(heading()).containsText("Needs its user");

    click("Copy hosted link");

    assertThat(page.getByLabel("Hosted link: send it to this customer only")).isVisible();
    assertThat(page.locator("tbody").first()).containsText("Needs its user");
  }

  @Test
  void administratorDisconnectsAfterBeingAskedOnce() {
    openStory();

    click("Disconnect");
    assertThat(heading()).containsText("Disconnect First Platypus Bank of " + endUser);
    Assertions.assertThat(status()).isEqualTo("login_required");
    click("Disconnect First Platypus Bank");

    assertThat(heading()).containsText("Disconnected");
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("is disconnected");
    Assertions.assertThat(status()).isEqualTo("removed");
    Assertions.assertThat(linked.item().isRemoved()).isTrue();
  }

  private void askToErase() {
    page.navigate("/admin/end-users/" + endUser);
    page.getByText("Erase this end user").click();
    click("Erase");
    assertThat(heading()).containsText("Erase " + endUser);
  }

  @Test
  void administratorErasesAnEndUserKnowingHowManyBanksGo() {
    askToErase();
    assertThat(page.locator("main")).containsText("1 bank is disconnected at Plaid first");
    LinkedItem second = scenario.chooseBank(endUser, Institution.TARTAN);
    scenario.exchange(endUser, second);

    click("Erase " + endUser);
    assertThat(page.locator("main")).containsText("2 banks are disconnected at Plaid first");
    Assertions.assertThat(status()).isEqualTo("login_required");
    click("Erase " + endUser);

    assertThat(page.getByRole(AriaRole.STATUS))
        .containsText("Erased " + endUser + ": 2 banks were disconnected");
    Assertions.assertThat(linked.item().isRemoved()).isTrue();
    Assertions.assertThat(second.item().isRemoved()).isTrue();
    Assertions.assertThat(scenario.server().api().get("/api/v1/end-users/" + endUser).status())
        .isEqualTo(404);
  }

  @Test
  void erasureThatPlaidHoldsUpSaysWhatIsLeftToDo() {
    scenario
        .sandbox()
        .faults()
        .next(
            1,
            FaultMatch.of("plaid", ".*/item/remove").method("POST"),
            FaultEffect.status(500, "{}"));
    askToErase();

    click("Erase " + endUser);

    assertThat(page.getByRole(AriaRole.ALERT)).containsText("The end user is not erased yet");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("goes on by itself");
    Eventually.within(
        Duration.ofSeconds(20), () -> Assertions.assertThat(status()).isEqualTo("removed"));
    askToErase();
    assertThat(page.locator("main")).containsText("No bank is connected");
    click("Erase " + endUser);
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("no bank was connected");
  }
}
