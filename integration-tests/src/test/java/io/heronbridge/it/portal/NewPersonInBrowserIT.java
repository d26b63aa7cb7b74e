package io.heronbridge.it.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import io.heronbridge.it.support.BridgeServer;
import io.heronbridge.it.support.Secrets;
import io.heronbridge.it.support.TestRun;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An administrator lets a colleague in; no script runs in either browser. */
@Tag("browser")
class NewPersonInBrowserIT {
  private BridgeServer server;
  private OperatorInBrowser admin;
  private OperatorInBrowser colleague;

  @BeforeEach
  void openBrowsers() {
    server = TestRun.current().payaraMicro();
    admin =
        OperatorInBrowser.administrator(
            TestRun.current().browser().openWithoutScripts(server), server);
    colleague = new OperatorInBrowser(TestRun.current().browser().openWithoutScripts(server));
  }

  @AfterEach
  void closeBrowsers() {
    admin.close();
    colleague.close();
  }

  private String addOperator(String name) {
    admin.page().navigate("/admin");
    admin.page().locator(".person-button").click();
    admin.link("Users").click();
    admin.link("New user").click();
    admin.page().getByLabel("Username").fill(name);
    admin.page().getByLabel("Role").selectOption("operator");
    admin.button("Add user").click();
    assertThat(admin.heading()).hasText("One-time password of " + name);
    return Secrets.remember(admin.page().locator("#told").inputValue());
  }

  @Test
  void colleagueComesInWithAOneTimePasswordAndChoosesTheirOwn() {
    String name = "ben-" + UUID.randomUUID();
    String own = Secrets.fresh("own password");

    colleague.signIn(name, addOperator(name));
    assertThat(colleague.heading()).hasText("Choose your password");
    colleague.page().navigate("/admin/links");
    assertThat(colleague.heading()).hasText("Choose your password");
    choosePassword("not the one-time one", own);
    assertThat(colleague.main()).containsText("Is not your password.");
    String oneTime = admin.page().locator("#told").inputValue();
    choosePassword(oneTime, own);
    assertThat(colleague.page()).hasURL(Pattern.compile(".*/admin$"));

    colleague.page().navigate("/admin/users");
    assertThat(colleague.heading()).hasText("Your role does not allow this");
    assertThat(colleague.page().getByText("API keys")).hasCount(0);
    admin.page().navigate("/admin/users");
    admin.link(name).click();
    admin.page().getByText("Deactivate this user").click();
    admin.button("Deactivate").click();
    admin.button("Deactivate " + name).click();
    assertThat(admin.page().getByRole(AriaRole.STATUS)).containsText("cannot sign in any more");
    colleague.page().reload();
    assertThat(colleague.page()).hasURL(Pattern.compile(".*/admin/login.*"));
    colleague.signIn(name, own);
    assertThat(colleague.page().getByRole(AriaRole.ALERT)).containsText("do not match");
  }

  @Test
  void colleagueIsPromotedSentAwayAndTakenBack() {
    String name = "ben-" + UUID.randomUUID();
    String own = Secrets.fresh("own password");
    colleague.signIn(name, addOperator(name));
    choosePassword(admin.page().locator("#told").inputValue(), own);
    assertThat(colleague.page()).hasURL(Pattern.compile(".*/admin$"));

    manage(name);
    admin.page().locator("#role").selectOption("admin");
    admin.button("Change role").click();
    assertThat(admin.page().getByRole(AriaRole.STATUS)).isVisible();
    signedOut();
    colleague.signIn(name, own);
    colleague.page().navigate("/admin/users");
    assertThat(colleague.heading()).hasText("Users");

    manage(name);
    admin.button("Sign out everywhere").click();
    signedOut();
    manage(name);
    admin.page().getByText("Deactivate this user").click();
    admin.button("Deactivate").click();
    admin.button("Deactivate " + name).click();
    admin.button("Reactivate").click();
    colleague.signIn(name, own);
    assertThat(colleague.page()).hasURL(Pattern.compile(".*/admin$"));

    manage(name);
    admin.button("Reset password").click();
    String oneTime = Secrets.remember(admin.page().locator("#told").inputValue());
    signedOut();
    colleague.signIn(name, own);
    assertThat(colleague.page().getByRole(AriaRole.ALERT)).containsText("do not match");
    colleague.signIn(name, oneTime);
    assertThat(colleague.heading()).hasText("Choose your password");
  }

  private void manage(String name) {
    admin.page().navigate("/admin/users");
    admin.link(name).click();
  }

  private void signedOut() {
    colleague.page().reload();
    assertThat(colleague.page()).hasURL(Pattern.compile(".*/admin/login.*"));
  }

  @Test
  void ownPasswordIsChangedAndOtherBrowsersAreSignedOut() {
    String name = "eve-" + UUID.randomUUID();
    String own = Secrets.fresh("own password");
    String next = Secrets.fresh("next password");
    colleague.signIn(name, addOperator(name));
    choosePassword(admin.page().locator("#told").inputValue(), own);
    try (OperatorInBrowser other =
        new OperatorInBrowser(TestRun.current().browser().openWithoutScripts(server))) {
      other.signIn(name, own);
      colleague.page().navigate("/admin/account");
      colleague.button("Sign out everywhere else").click();
      other.page().reload();
      assertThat(other.page()).hasURL(Pattern.compile(".*/admin/login.*"));
    }

    colleague.page().getByLabel("Old password").fill(own);
    colleague.field("New password").fill(next);
    colleague.page().getByLabel("New password again").fill(next);
    colleague.button("Change password").click();

    assertThat(colleague.page().getByRole(AriaRole.STATUS)).isVisible();
    colleague.page().locator(".person-button").click();
    colleague.button("Sign out").click();
    assertThat(colleague.page()).hasURL(Pattern.compile(".*/admin/login.*"));
    colleague.signIn(name, next);
    assertThat(colleague.page()).hasURL(Pattern.compile(".*/admin$"));
  }

  private void choosePassword(String old, String wanted) {
    colleague.page().getByLabel("One-time password").fill(old);
    colleague.field("New password").fill(wanted);
    colleague.page().getByLabel("New password again").fill(wanted);
    colleague.button("Set password").click();
  }
}
