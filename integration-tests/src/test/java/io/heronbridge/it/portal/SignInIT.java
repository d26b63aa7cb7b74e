package io.heronbridge.it.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.heronbridge.it.support.BridgeServer;
import io.heronbridge.it.support.BridgeSettings;
import io.heronbridge.it.support.TestRun;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("browser")
class SignInIT {
  private BridgeServer server;
  private Page page;

  @BeforeEach
  void openBrowser() {
    server = TestRun.current().payaraMicro();
    page = TestRun.current().browser().open(server);
  }

  @AfterEach
  void closeBrowser() {
    page.context().close();
  }

  @Test
  void administratorSignsInAndComesToTheOverview() {
    page.navigate("/admin");
    assertThat(page).hasURL(Pattern.compile(".*/admin/login.*"));

    signIn(server.settings().administratorPassword());

    assertThat(page).hasURL(Pattern.compile(".*/admin$"));
  }

  @Test
  void wrongPasswordLeavesTheVisitorOutside() {
    page.navigate("/admin/login");

    signIn("not-the-password");

    assertThat(page).hasURL(Pattern.compile(".*/admin/login.*"));
    assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
  }

  private void signIn(String password) {
    page.getByLabel("Username").fill(BridgeSettings.ADMINISTRATOR);
    page.getByLabel("Password").fill(password);
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Sign in")).click();
  }
}
