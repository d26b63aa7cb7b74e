package io.heronbridge.it.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.it.support.Secrets;
import io.heronbridge.it.support.TestRun;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An administrator issues a key, replaces it and revokes it; no script runs. */
@Tag("browser")
class ApiKeysInBrowserIT {
  private Scenario scenario;
  private Page page;
  private String name;

  @BeforeEach
  void signIn() {
    scenario = Scenario.onSharedServer();
    page = TestRun.current().browser().openWithoutScripts(scenario.server());
    name = "Loan desk " + UUID.randomUUID();
    page.navigate("/admin/login?next=/admin/api-keys/new");
    OperatorInBrowser.signIn(page, scenario.server());
  }

  @AfterEach
  void closeBrowser() {
    page.context().close();
  }

  private Locator button(String text) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text).setExact(true));
  }

  private String told() {
    return Secrets.remember(page.locator("#told").inputValue());
  }

  private int answerTo(String key) {
    return scenario.server().anyone().withKey(key).get("/api/v1/integrations").status();
  }

  private void openKey() {
    page.navigate("/admin/api-keys");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).click();
  }

  private String rotate(String days) {
    openKey();
    page.getByLabel("The present one works on for").selectOption(days);
    button("Rotate key").click();
    return told();
  }

  @Test
  void keyIsIssuedUsedRotatedAndRevoked() {
    page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(name);
    page.getByLabel("Only these").check();
    button("Create key").click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("tick one at least");
    page.locator("input[name=integration][value='" + scenario.integration() + "']").check();
    button("Create key").click();
    String first = told();

    assertThat(seenBy(first)).containsExactly(scenario.integration());
    assertThat(
            scenario
                .server()
                .anyone()
                .withKey(first)
                .post(
                    "/api/v1/link-tokens",
                    Map.of("integration_id", scenario.integration(), "end_user_id", "nobody"))
                .status())
        .isEqualTo(403);
    page.navigate("/admin/api-keys");
    assertThat(
            page.locator("tr", new Page.LocatorOptions().setHasText(name))
                .locator("[data-label='Last used']"))
        .containsText("just now");

    String second = rotate("2");
    assertThat(List.of(answerTo(first), answerTo(second))).containsExactly(200, 200);
    String third = rotate("0");
    assertThat(List.of(answerTo(first), answerTo(second), answerTo(third)))
        .containsExactly(401, 401, 200);

    openKey();
    page.getByText("Revoke this key").click();
    button("Revoke").click();
    button("Revoke " + name).click();
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("is revoked");
    assertThat(answerTo(third)).isEqualTo(401);
    assertThat(audited())
        .containsExactly("api-key.create", "api-key.rotate", "api-key.rotate", "api-key.revoke");
  }

  private List<String> seenBy(String key) {
    return scenario
        .server()
        .anyone()
        .withKey(key)
        .get("/api/v1/integrations")
        .json()
        .getAsJsonArray("data")
        .asList()
        .stream()
        .map(each -> each.getAsJsonObject().get("id").getAsString())
        .toList();
  }

  private List<String> audited() {
    return scenario
        .server()
        .database()
        .column("SELECT action FROM audit_entry WHERE detail LIKE ? ORDER BY id", name + "%");
  }

  @Test
  void keyThatExpiredIsRefused() {
    page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(name);
    page.getByLabel("It expires").selectOption("7");
    button("Create key").click();
    String key = told();
    assertThat(answerTo(key)).isEqualTo(200);

    scenario
        .server()
        .database()
        .change("UPDATE api_key SET expires_at = now() - interval '1 s' WHERE name = ?", name);

    assertThat(answerTo(key)).isEqualTo(401);
  }
}
