package io.heronbridge.it.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.ConnectVisit;
import io.heronbridge.it.support.Pictures;
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
    OperatorInBrowser.signIn(page, scenario.server());

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

  @Test
  void lendersOwnLookIsPaintedWithoutAComplaint() {
    JsonObject look = new JsonObject();
    look.addProperty("colour", "#7a1fa2");
    look.addProperty("logo", Pictures.base64(Pictures.picture("jpeg", 800, 200)));
    Answer set =
        scenario
            .server()
            .api()
            .put("/api/v1/integrations/" + scenario.integration() + "/brand", look);
    Assertions.assertThat(set.status()).as(set.body()).isEqualTo(200);

    endUser.opensHostedLink();

    assertThat(endUser.button("Connect a bank")).hasCSS("background-color", "rgb(122, 31, 162)");
    assertThat(endUser.button("Connect a bank")).hasCSS("color", "rgb(255, 255, 255)");
    assertThat(endUser.page().locator(".logo")).hasJSProperty("naturalWidth", 400);
  }

  @Test
  void administratorSetsTheLookAndIsToldWhatIsWrongWithIt() {
    Page page = endUser.page();
    page.navigate("/admin/integrations/" + scenario.integration());
    OperatorInBrowser.signIn(page, scenario.server());

    page.getByLabel("Colour (optional)").fill("#ffd400");
    page.getByLabel("Logo (optional)")
        .setInputFiles(new FilePayload("logo.png", "image/png", Pictures.picture("png", 200, 50)));
    endUser.clicks("Save look");

    endUser.sees("Saved how you look");
    assertThat(page.locator(".brand-preview .logo")).hasJSProperty("naturalWidth", 200);
    assertThat(page.locator(".brand-preview .button")).hasCSS("color", "rgb(0, 0, 0)");
    page.getByLabel("Logo (optional)")
        .setInputFiles(new FilePayload("logo.png", "image/png", "<svg/>".getBytes(UTF_8)));
    endUser.clicks("Save look");
    endUser.sees("The logo must be a PNG or JPEG picture");
    assertThat(page.locator(".brand-preview .logo")).hasCount(1);
    endUser.clicks("Forget logo and colour");
    assertThat(page.locator(".brand-preview .logo")).hasCount(0);
    assertThat(page.getByLabel("Colour (optional)")).hasValue("");
  }
}
