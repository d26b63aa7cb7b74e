package io.heronbridge.it.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.ConnectVisit;
import io.heronbridge.it.support.Scenario;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Hosted links that have ended say so, and the operator can end one. */
@Tag("browser")
class HostedLinksInBrowserIT {
  private Scenario scenario;
  private EndUserInBrowser endUser;

  @BeforeEach
  void openBrowser() {
    scenario = Scenario.onSharedServer();
    endUser = new EndUserInBrowser(scenario);
  }

  @AfterEach
  void closeBrowser() {
    endUser.close();
  }

  private void expire(String session) {
    scenario
        .server()
        .database()
        .change(
            "UPDATE link_session SET expires_at = now() - interval '1 minute' WHERE id = ?::uuid",
            session);
  }

  private void revoke(String session) {
    Answer answer = scenario.server().api().post("/api/v1/link-sessions/" + session + "/revoke");
    Assertions.assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void revokedLinkSaysThatItWasWithdrawnAndWhomToAsk() {
    Answer link = ConnectVisit.link(scenario, endUser.id());
    revoke(link.text("id"));

    endUser.page().navigate(link.text("url"));

    endUser.seesHeading("This link has been withdrawn");
    endUser.sees("Ask Acme for a new one");
  }

  @Test
  void revokingEndsThePageThatIsOpen() {
    String session = endUser.opensHostedLink();
    revoke(session);

    endUser.clicks("Connect a bank");

    endUser.seesHeading("This link has been withdrawn");
  }

  @Test
  void expiredLinkSaysSo() {
    Answer link = ConnectVisit.link(scenario, endUser.id());
    expire(link.text("id"));

    endUser.page().navigate(link.text("url"));

    endUser.seesHeading("This link has expired");
    endUser.sees("Ask Acme for a new one");
  }

  @Test
  void pageWhoseTimeIsOverSaysSo() {
    expire(endUser.opensHostedLink());

    endUser.page().reload();

    endUser.seesHeading("This page has closed");
    endUser.sees("ask Acme for a new link");
  }

  @Test
  void operatorSeesHostedLinksAndRevokesOne() {
    String session = ConnectVisit.open(scenario, endUser.id()).sessionId();
    Page page = endUser.page();
    page.navigate("/admin/end-users/" + endUser.id());
    page.getByLabel("Username").fill("ana");
    page.getByLabel("Password").fill(scenario.server().settings().administratorPassword());
    endUser.clicks("Sign in");

    assertThat(page.locator("td[data-label=State] .badge")).hasText("open");
    endUser.clicks("Revoke");

    endUser.sees("The hosted link is withdrawn");
    assertThat(page.locator("td[data-label=State] .badge")).hasText("revoked");
    assertThat(endUser.button("Revoke")).hasCount(0);
    Assertions.assertThat(
            scenario.server().api().get("/api/v1/link-sessions/" + session).text("state"))
        .isEqualTo("revoked");
    page.navigate("/admin/audit");
    assertThat(page.locator("tbody")).containsText("link_session.revoke");
  }
}
