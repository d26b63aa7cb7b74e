package io.heronbridge.it.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.heronbridge.it.support.ItemsElsewhere;
import io.heronbridge.it.support.ItemsElsewhere.Elsewhere;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.it.support.TestRun;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An operator brings in a file of items. */
@Tag("browser")
class ImportInBrowserIT {
  private Scenario scenario;
  private Page page;

  @BeforeEach
  void signIn() {
    scenario = Scenario.onSharedServer();
    page = TestRun.current().browser().open(scenario.server());
    page.navigate("/admin/login");
    OperatorInBrowser.signIn(page, scenario.server());
    page.waitForURL("**/admin");
  }

  @AfterEach
  void closeBrowser() {
    page.context().close();
  }

  private Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private void upload(String fileName, String text) {
    page.navigate("/admin/imports");
    page.getByLabel("Integration", new Page.GetByLabelOptions().setExact(true))
        .selectOption(scenario.integration());
    page.getByLabel("File", new Page.GetByLabelOptions().setExact(true))
        .setInputFiles(new FilePayload(fileName, "text/csv", text.getBytes(UTF_8)));
    button("Import").click();
  }

  @Test
  void uploadedFileIsWorkedOffBeforeTheOperatorsEyes() {
    List<Elsewhere> items = new ItemsElsewhere(scenario).connect(2);
    StringBuilder file = new StringBuilder("end_user_id,item_id,access_token\n");
    items.forEach(
        each ->
            file.append(
                "%s,%s,%s\n".formatted(each.endUserId(), each.itemId(), each.accessToken())));

    upload("items.csv", file + "eus_1,item,token\n");

    page.waitForURL("**/admin/imports/*");
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
        .containsText("Done, with rejected lines");
    assertThat(page.getByRole(AriaRole.MAIN)).containsText("items.csv");
    page.reload();
    assertThat(page.getByRole(AriaRole.TABLE)).containsText("Heron's own prefix");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("2").setExact(true))
        .first()
        .click();
    page.waitForURL("**/admin/links?import_id=*");
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
        .hasText("2 links");
    page.goBack();
    button("Delete").click();
    button("Delete the import").click();
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("deleted");
  }

  @Test
  void fileWithoutColumnsIsRefusedInWords() {
    upload("items.csv", "cust_1,item,access-sandbox-88\n");

    assertThat(page.getByRole(AriaRole.ALERT)).containsText("must begin with a line");
    assertThat(page.getByRole(AriaRole.MAIN)).not().containsText("access-sandbox-88");
  }
}
