package io.heronbridge.it.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.it.support.TestRun;
import io.heronbridge.sandbox.record.RecordedRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Banks at which the end user signs in on the bank's own site, and comes back. */
@Tag("browser")
class OAuthReturnInBrowserIT {
  private static final String BANK = "Platypus OAuth Bank";
  private static final String RETURN = "/connect/oauth-return";

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Scenario scenario;
  private EndUserInBrowser endUser;

  @BeforeEach
  void openPage() {
    scenario = Scenario.onSharedServer();
    JsonObject integration = Examples.integrationWith(scenario.sandbox());
    integration
        .getAsJsonObject("link")
        .addProperty("redirect_uri", scenario.server().url().resolve(RETURN).toString());
    Answer changed =
        scenario.server().api().put("/api/v1/integrations/" + scenario.integration(), integration);
    Assertions.assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    endUser = new EndUserInBrowser(scenario);
    endUser.opensHostedLink();
  }

  @AfterEach
  void closeBrowser() {
    endUser.close();
  }

  private int linkTokens() {
    List<RecordedRequest> made =
        scenario.sandbox().requests().matching("plaid", "/plaid/link/token/create");
    return made.size();
  }

  private void goesToTheBankAndComesBack() {
    endUser.clicks("Connect a bank");
    endUser.clicksInDialog(BANK);
    endUser.seesInDialog(BANK);
    endUser.clicksInDialog("Continue");
    assertThat(endUser.page()).hasURL(Pattern.compile(".*/connect/oauth-return.oauth_state_id=.*"));
  }

  private void connects() {
    goesToTheBankAndComesBack();
    endUser.choosesAllAccounts();
    endUser.finishes();
    endUser.seesConnected(BANK);
  }

  @Test
  void linkGoesOnAfterTheReturnWithTheSamePermissionAndWithoutAClick() {
    connects();

    scenario.awaitLinked(endUser.items("").get(0));
    Assertions.assertThat(linkTokens()).isEqualTo(1);
  }

  @Test
  void reconnectingGoesOnAfterTheReturnToo() {
    connects();
    String item = endUser.items("").get(0);
    scenario.sandbox().plaid().breakLogin(scenario.sandbox().plaid().items().all().get(0));
    endUser.awaitsButton("Reconnect");

    endUser.clicks("Reconnect");
    endUser.seesInDialog(BANK);
    endUser.clicksInDialog("Continue");
    endUser.finishes();

    endUser.seesConnected(BANK);
    endUser.awaitStatus(item, "active");
    Assertions.assertThat(linkTokens()).isEqualTo(2);
    Assertions.assertThat(
            scenario.sandbox().requests().matching("plaid", "/plaid/item/public_token/exchange"))
        .hasSize(1);
  }

  @Test
  void reloadOfTheReturnPageIsExplainedAndTheNextTryWorks() {
    goesToTheBankAndComesBack();
    endUser.seesInDialog("Choose accounts");

    endUser.page().reload();

    endUser.sees("it was used before this page was reloaded");
    connects();
  }

  @Test
  void returnInAnotherTabOfTheSameBrowserGoesOn() {
    // As a bank's app does: the first tab stays where it was, another one gets the address.
    List<String> addresses = new ArrayList<>();
    endUser
        .page()
        .route(
            "**" + RETURN + "*",
            route -> {
              addresses.add(route.request().url());
              route.abort();
            });
    endUser.clicks("Connect a bank");
    endUser.clicksInDialog(BANK);
    endUser.seesInDialog(BANK);
    endUser.clicksInDialog("Continue");
    Eventually.within(PATIENCE, () -> Assertions.assertThat(heard(addresses)).isNotEmpty());

    Page other = endUser.page().context().newPage();
    other.navigate(addresses.get(0));

    assertThat(
            other
                .frameLocator("iframe[title='Plaid Link sandbox']")
                .getByRole(
                    AriaRole.HEADING,
                    new FrameLocator.GetByRoleOptions().setName("Choose accounts")))
        .isVisible();
    other.close();
  }

  /** The browser tells its news only while it is asked something. */
  private List<String> heard(List<String> addresses) {
    endUser.page().title();
    return addresses;
  }

  @Test
  void returnWithoutWhatWasBegunIsExplained() {
    endUser.page().navigate(RETURN + "?oauth_state_id=nobody-knows");

    endUser.sees("in another window than the one you started in");
    assertThat(endUser.button("Connect a bank")).isEnabled();
  }

  @Test
  void returnInAnotherBrowserLeadsBackToTheFirst() {
    goesToTheBankAndComesBack();
    endUser.seesInDialog("Choose accounts");

    try (Page other = TestRun.current().browser().open(scenario.server())) {
      other.navigate(endUser.page().url());

      assertThat(other.getByText("Please go back to the other browser")).isVisible();
      other.context().close();
    }
  }
}
