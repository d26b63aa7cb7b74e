package io.heronbridge.it.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.heronbridge.it.portal.EndUserInBrowser.FIRST_PLATYPUS;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.Scenario;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people are told when Plaid Link ends without success. */
@Tag("browser")
class LinkEndsInBrowserIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** A Link that ends at once with an error of Plaid's. */
  private static final String LINK_THAT_FAILS =
      """
      window.Plaid = { create: (options) => ({
        open: () => setTimeout(() => options.onExit(
          { error_type: 'ITEM_ERROR', error_code: 'ITEM_LOCKED', error_message: 'the item is locked',
            display_message: 'Your account is <b id="bold">locked</b>' },
          { status: 'requires_credentials', link_session_id: 'link-session-77', request_id: 'rq-77',
            institution: { institution_id: 'ins_109511', name: 'Tartan Bank' } }), 0),
        destroy: () => {} }) };""";

  private Scenario scenario;
  private EndUserInBrowser endUser;

  @BeforeEach
  void openPage() {
    scenario = Scenario.onSharedServer();
    endUser = new EndUserInBrowser(scenario);
    endUser.opensHostedLink();
  }

  @AfterEach
  void closeBrowser() {
    endUser.close();
  }

  private long exits(String where) {
    return scenario
        .server()
        .database()
        .number(
            "SELECT count(*) FROM link_exit x JOIN end_user e ON e.id = x.end_user"
                + " WHERE e.end_user_id = ? AND "
                + where,
            endUser.id());
  }

  @Test
  void closingTheWindowIsToldCalmlyAndKept() {
    endUser.clicks("Connect a bank");
    endUser.clicksInDialog("Tartan Bank");
    endUser.clicksInDialog("Close");

    endUser.sees("Tartan Bank was not connected. Nothing was shared.");
    assertThat(endUser.page().locator("#trouble")).not().hasAttribute("data-tone", "danger");
    assertThat(endUser.button("Connect a bank")).isEnabled();
    Assertions.assertThat(
            exits("status = 'requires_credentials' AND institution_id = 'ins_109511'"))
        .isEqualTo(1);
  }

  @Test
  void plaidsWordsAreShownAsTextAndTheOperatorFindsTheIds() {
    endUser.page().evaluate(LINK_THAT_FAILS);
    endUser.clicks("Connect a bank");

    endUser.sees("Your account is <b id=\"bold\">locked</b>. Nothing was shared.");
    assertThat(endUser.page().locator("#bold")).hasCount(0);
    assertThat(endUser.page().locator("#trouble")).hasAttribute("data-tone", "danger");

    Page admin = endUser.page();
    admin.navigate("/admin/end-users/" + endUser.id());
    OperatorInBrowser.signIn(admin, scenario.server());
    endUser.sees("The bank wants something from the end user");
    endUser.sees("ITEM_LOCKED");
    admin.getByText("What Plaid said, and ids").click();
    endUser.sees("link-session-77");
    endUser.sees("rq-77");
    endUser.sees("the item is locked");
    assertThat(
            admin.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Copy link_session_id")))
        .isVisible();
    assertThat(admin.locator("#bold")).hasCount(0);
  }

  @Test
  void expiredPermissionIsRenewedOnceWithoutAClick() {
    String first = endUser.tokenFetchedBy(() -> endUser.clicks("Connect a bank"));
    endUser.seesInDialog("Choose your bank");
    scenario.sandbox().plaid().linkTokens().expire(first);

    String second =
        endUser.tokenFetchedBy(
            () -> {
              endUser.clicksInDialog(FIRST_PLATYPUS);
              endUser.signsInToBank();
            });

    Assertions.assertThat(second).isNotEqualTo(first);
    endUser.seesInDialog("Choose your bank");
    endUser.goesThroughLinkAt(FIRST_PLATYPUS);
    endUser.seesConnected(FIRST_PLATYPUS);
  }

  @Test
  void secondExpiryIsLeftToTheEndUser() {
    String first = endUser.tokenFetchedBy(() -> endUser.clicks("Connect a bank"));
    endUser.seesInDialog("Choose your bank");
    scenario.sandbox().plaid().linkTokens().expire(first);
    String second =
        endUser.tokenFetchedBy(
            () -> {
              endUser.clicksInDialog(FIRST_PLATYPUS);
              endUser.signsInToBank();
            });
    endUser.seesInDialog("Choose your bank");
    scenario.sandbox().plaid().linkTokens().expire(second);

    endUser.clicksInDialog(FIRST_PLATYPUS);
    endUser.signsInToBank();

    endUser.sees("The secure window was open for too long.");
    assertThat(endUser.button("Connect a bank")).isEnabled();
    Eventually.within(
        PATIENCE,
        () -> Assertions.assertThat(exits("error_code = 'INVALID_LINK_TOKEN'")).isEqualTo(2));
  }
}
