package io.heronbridge.it.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.heronbridge.it.support.BridgeServer;
import io.heronbridge.it.support.BridgeSettings;
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
  private Page admin;
  private Page colleague;

  @BeforeEach
  void openBrowsers() {
    server = TestRun.current().payaraMicro();
    admin = TestRun.current().browser().openWithoutScripts(server);
    colleague = TestRun.current().browser().openWithoutScripts(server);
    signIn(admin, BridgeSettings.ADMINISTRATOR, server.settings().administratorPassword());
  }

  @AfterEach
  void closeBrowsers() {
    admin.context().close();
    colleague.context().close();
  }

  private static void signIn(Page page, String name, String password) {
    page.navigate("/admin/login");
    page.getByLabel("Username").fill(name);
    page.getByLabel("Password").fill(password);
    button(page, "Sign in").click();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator heading(Page page) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
  }

  private String addOperator(String name) {
    admin.navigate("/admin");
    admin.locator(".person-button").click();
    admin
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Users").setExact(true))
        .click();
    admin.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("New user")).click();
    admin.getByLabel("Username").fill(name);
    admin.getByLabel("Role").selectOption("operator");
    button(admin, "Add user").click();
    assertThat(heading(admin)).hasText("One-time password of " + name);
    return Secrets.remember(admin.locator("#told").inputValue());
  }

  @Test
  void colleagueComesInWithAOneTimePasswordAndChoosesTheirOwn() {
    String name = "ben-" + UUID.randomUUID();
    String own = Secrets.fresh("own password");

    signIn(colleague, name, addOperator(name));
    assertThat(heading(colleague)).hasText("Choose your password");
    colleague.navigate("/admin/links");
    assertThat(heading(colleague)).hasText("Choose your password");
    choosePassword("not the one-time one", own);
    assertThat(colleague.getByRole(AriaRole.MAIN)).containsText("Is not your password.");
    String oneTime = admin.locator("#told").inputValue();
    choosePassword(oneTime, own);
    assertThat(colleague).hasURL(Pattern.compile(".*/admin$"));

    colleague.navigate("/admin/users");
    assertThat(heading(colleague)).hasText("Your role does not allow this");
    assertThat(colleague.getByText("API keys")).hasCount(0);
    admin.navigate("/admin/users");
    admin.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).click();
    admin.getByText("Deactivate this user").click();
    button(admin, "Deactivate").click();
    button(admin, "Deactivate " + name).click();
    assertThat(admin.getByRole(AriaRole.STATUS)).containsText("cannot sign in any more");
    colleague.reload();
    assertThat(colleague).hasURL(Pattern.compile(".*/admin/login.*"));
    signIn(colleague, name, own);
    assertThat(colleague.getByRole(AriaRole.ALERT)).containsText("do not match");
  }

  private void choosePassword(String old, String wanted) {
    colleague.getByLabel("One-time password").fill(old);
    colleague.getByLabel("New password", new Page.GetByLabelOptions().setExact(true)).fill(wanted);
    colleague.getByLabel("New password again").fill(wanted);
    button(colleague, "Set password").click();
  }
}
