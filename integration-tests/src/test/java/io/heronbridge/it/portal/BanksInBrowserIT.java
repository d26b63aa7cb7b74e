package io.heronbridge.it.portal;

import static io.heronbridge.it.portal.EndUserInBrowser.FIRST_PLATYPUS;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.sandbox.plaid.SandboxItem;
import io.heronbridge.sandbox.record.RecordedRequest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What end users do with banks that they have connected before. */
@Tag("browser")
class BanksInBrowserIT {
  private static final String EXCHANGE = "/plaid/item/public_token/exchange";
  private static final String LINK_TOKEN = "/plaid/link/token/create";

  private Scenario scenario;
  private EndUserInBrowser endUser;

  @BeforeEach
  void connectABank() {
    scenario = Scenario.onSharedServer();
    endUser = new EndUserInBrowser(scenario);
    endUser.opensHostedLink();
    endUser.connects(FIRST_PLATYPUS);
    scenario.awaitLinked(item());
    // So that the next "is connected" is about what happens next.
    endUser.page().reload();
    endUser.seesHeading("Connect your bank");
  }

  @AfterEach
  void closeBrowser() {
    endUser.close();
  }

  private String item() {
    return endUser.items("").get(0);
  }

  private SandboxItem first() {
    return scenario.sandbox().plaid().items().all().get(0);
  }

  private List<RecordedRequest> requests(String path) {
    return scenario.sandbox().requests().matching("plaid", path);
  }

  private JsonObject lastLinkToken() {
    List<RecordedRequest> requests = requests(LINK_TOKEN);
    return JsonParser.parseString(requests.get(requests.size() - 1).bodyText()).getAsJsonObject();
  }

  @Test
  void reconnectingUpdatesTheItemAndExchangesNothing() {
    scenario.sandbox().plaid().breakLogin(first());
    endUser.awaitsButton("Reconnect");

    endUser.clicks("Reconnect");
    endUser.signsInToBank();
    endUser.finishes();
    endUser.seesConnected(FIRST_PLATYPUS);

    endUser.awaitStatus(item(), "active");
    assertThat(requests(EXCHANGE)).hasSize(1);
    assertThat(lastLinkToken().get("access_token").getAsString()).isEqualTo(first().accessToken());
    assertThat(lastLinkToken().has("products")).isFalse();
    assertThat(lastLinkToken().has("transactions")).isFalse();
    assertThat(lastLinkToken().has("update")).isFalse();
  }

  @Test
  void newAccountsAreChosenInUpdateMode() {
    scenario.sandbox().plaid().webhooks().fire(first(), "NEW_ACCOUNTS_AVAILABLE");
    endUser.awaitsButton("Choose accounts");
    endUser.sees("There are new accounts you can add");

    endUser.clicks("Choose accounts");
    endUser.signsInToBank();
    endUser.choosesAllAccounts();
    endUser.finishes();
    endUser.seesConnected(FIRST_PLATYPUS);

    assertThat(lastLinkToken().getAsJsonObject("update").toString())
        .isEqualTo("{\"account_selection_enabled\":true}");
    assertThat(requests(EXCHANGE)).hasSize(1);
    PlaywrightAssertions.assertThat(endUser.button("Choose accounts")).hasCount(0);
  }

  @Test
  void revokedBankIsConnectedAnewAndReplaced() {
    String old = item();
    scenario.sandbox().plaid().webhooks().fire(first(), "USER_PERMISSION_REVOKED");
    endUser.awaitsButton("Connect again");
    PlaywrightAssertions.assertThat(endUser.button("Reconnect")).hasCount(0);

    endUser.clicks("Connect again");
    endUser.goesThroughLinkAt(FIRST_PLATYPUS);
    endUser.seesConnected(FIRST_PLATYPUS);

    endUser.awaitStatus(old, "removed");
    assertThat(endUser.items("&status=active")).hasSize(1).doesNotContain(old);
  }

  private void connectTheSameBankAgain() {
    endUser.clicks("Connect a bank");
    endUser.goesThroughLinkAt(FIRST_PLATYPUS);
    endUser.sees(FIRST_PLATYPUS + " is connected already");
    assertThat(requests(EXCHANGE)).hasSize(1);
  }

  @Test
  void sameBankAgainCanReplaceTheOldConnection() {
    String old = item();
    connectTheSameBankAgain();

    endUser.clicks("Replace it");
    endUser.seesConnected(FIRST_PLATYPUS);

    endUser.awaitStatus(old, "removed");
    assertThat(first().isRemoved()).isTrue();
    assertThat(endUser.items("&status=active")).hasSize(1).doesNotContain(old);
  }

  @Test
  void oldConnectionCanBeKept() {
    connectTheSameBankAgain();

    endUser.clicks("Keep the old connection");
    endUser.sees("Everything is as it was before");

    assertThat(requests(EXCHANGE)).hasSize(1);
    assertThat(endUser.items("&status=active")).hasSize(1);
    PlaywrightAssertions.assertThat(endUser.button("Connect a bank")).isEnabled();
  }

  @Test
  void sameBankCanBeConnectedTwice() {
    connectTheSameBankAgain();

    endUser.clicks("Connect it a second time");
    endUser.seesConnected(FIRST_PLATYPUS);

    assertThat(endUser.items("&status=active")).hasSize(2);
  }

  @Test
  void choiceIsStillThereAfterAReload() {
    String old = item();
    connectTheSameBankAgain();

    endUser.page().reload();
    endUser.sees(FIRST_PLATYPUS + " is connected already");
    endUser.clicks("Replace it");
    endUser.seesConnected(FIRST_PLATYPUS);

    endUser.awaitStatus(old, "removed");
  }
}
