package io.heronbridge.it.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.heronbridge.it.support.BridgeServer;
import io.heronbridge.it.support.BridgeSettings;
import java.util.regex.Pattern;

/** Somebody with an account and a browser, in the admin portal. */
record OperatorInBrowser(Page page) implements AutoCloseable {

  /** Signs in as the first administrator. */
  static OperatorInBrowser administrator(Page page, BridgeServer server) {
    page.navigate("/admin/login");
    signIn(page, server);
    assertThat(page).hasURL(Pattern.compile(".*/admin$"));
    return new OperatorInBrowser(page);
  }

  /** The same on the sign-in page that is open already, which leads on by itself. */
  static void signIn(Page page, BridgeServer server) {
    new OperatorInBrowser(page)
        .enter(BridgeSettings.ADMINISTRATOR, server.settings().administratorPassword());
  }

  void signIn(String name, String password) {
    page.navigate("/admin/login");
    enter(name, password);
  }

  private void enter(String name, String password) {
    page.getByLabel("Username").fill(name);
    page.getByLabel("Password").fill(password);
    button("Sign in").click();
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator field(String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator heading() {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
  }

  Locator main() {
    return page.getByRole(AriaRole.MAIN);
  }

  @Override
  public void close() {
    page.context().close();
  }
}
