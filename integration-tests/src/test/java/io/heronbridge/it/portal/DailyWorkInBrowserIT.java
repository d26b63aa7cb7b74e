package io.heronbridge.it.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.it.support.TestRun;
import io.heronbridge.sandbox.fault.FaultEffect;
import io.heronbridge.sandbox.fault.FaultMatch;
import io.heronbridge.sandbox.heron.LinkStatus;
import io.heronbridge.sandbox.heron.SandboxIntegrationLink;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an operator does on quiet days. */
@Tag("browser")
class DailyWorkInBrowserIT {
  private Scenario scenario;
  private OperatorInBrowser operator;

  @BeforeEach
  void signIn() {
    scenario = Scenario.onSharedServer();
    operator =
        OperatorInBrowser.administrator(
            TestRun.current().browser().open(scenario.server()), scenario.server());
  }

  @AfterEach
  void closeBrowser() {
    operator.close();
  }

  @Test
  void endUserIsAddedFoundAndRenamed() {
    String id = Examples.anEndUser();
    operator.page().navigate("/admin/end-users");
    operator.field("Your id of the customer").fill(id);
    operator.button("Add").click();
    assertThat(operator.heading()).containsText(id);
    operator.page().getByText("Rename", new Page.GetByTextOptions().setExact(true)).click();
    operator.field("Name").fill("Renée O'Hara");
    operator.button("Save name").click();
    assertThat(operator.heading()).containsText("Renée O'Hara");

    operator.page().navigate("/admin/end-users");
    operator.page().locator("#query").fill(id.toUpperCase());
    operator.button("Search").click();

    assertThat(operator.page().locator("tbody tr")).hasCount(1);
    assertThat(operator.page().locator("tbody")).containsText("Renée O'Hara");
    operator.page().locator("#query").fill("ée o'");
    operator.button("Search").click();
    assertThat(operator.page().locator("tbody")).containsText(id);
  }

  @Test
  void endUserThatExistsIsNotAddedTwice() {
    String id = Examples.anEndUser();
    scenario.server().api().post("/api/v1/end-users", Map.of("end_user_id", id));
    operator.page().navigate("/admin/end-users");

    operator.field("Your id of the customer").fill(id);
    operator.button("Add").click();

    assertThat(operator.main()).containsText("already");
    assertThat(operator.field("Your id of the customer")).hasValue(id);
  }

  @Test
  void linkThatHeronWillNeverTakeIsCancelled() {
    scenario
        .sandbox()
        .faults()
        .next(
            1,
            FaultMatch.of("heron", ".*/itg_sandbox/links").method("POST"),
            FaultEffect.status(422, "{\"code\":422}"));
    String endUser = Examples.anEndUser();
    JsonObject failed =
        scenario.awaitLink(
            scenario
                .exchange(endUser, scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS))
                .text("item_id"),
            "failed");
    operator
        .page()
        .navigate(
            "/admin/links/" + failed.getAsJsonObject("integration_link").get("id").getAsString());

    operator.page().getByText("Cancel this link").click();
    operator.button("Cancel link").click();
    assertThat(operator.heading()).hasText("Cancel the link of " + endUser + "?");
    operator.link("No, go back").click();
    assertThat(operator.heading()).containsText("Failed");
    operator.page().getByText("Cancel this link").click();
    operator.button("Cancel link").click();
    operator.button("Cancel this link").click();

    assertThat(operator.page().getByRole(AriaRole.STATUS).first())
        .containsText("The link is cancelled.");
    assertThat(operator.heading()).hasText("Cancelled");
    assertThat(operator.button("Resend")).hasCount(0);
  }

  @Test
  void bankThatHeronSwitchedOffIsFoundByReadingAndSubmittedAgain() {
    String endUser = Examples.anEndUser();
    String item =
        scenario
            .exchange(endUser, scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS))
            .text("item_id");
    String link =
        scenario.awaitLinked(item).getAsJsonObject("integration_link").get("id").getAsString();
    scenario.awaitRelayed(item);
    SandboxIntegrationLink atHeron = scenario.sandbox().heron().links().find(item).orElseThrow();
    Eventually.within(
        Duration.ofSeconds(20),
        () -> Assertions.assertThat(atHeron.status()).isEqualTo(LinkStatus.ACTIVE));
    scenario.sandbox().heron().setStatus(atHeron, LinkStatus.SYNC_DISABLED, "");
    operator.page().navigate("/admin/links/" + link);

    operator.button("Read now").click();
    assertThat(operator.page().getByRole(AriaRole.STATUS).first()).containsText("Reload");
    Eventually.within(
        Duration.ofSeconds(20),
        () -> {
          operator.page().reload();
          Assertions.assertThat(operator.main().innerText()).contains("Heron or Plaid disagree");
        });
    operator.button("Submit again").click();

    Eventually.within(
        Duration.ofSeconds(20),
        () ->
            Assertions.assertThat(scenario.sandbox().heron().links().find(item))
                .hasValueSatisfying(
                    found ->
                        Assertions.assertThat(found.status())
                            .isNotEqualTo(LinkStatus.SYNC_DISABLED)));
    scenario.awaitLinked(item);
  }

  @Test
  void integrationIsPausedWithAReasonChangedAndResumed() {
    String address = "/admin/integrations/" + scenario.integration();
    operator.page().navigate(address);
    operator.page().getByText("Pause this integration").click();
    operator.field("Reason, for your colleagues").fill("Heron moves house");
    operator.button("Pause").click();
    assertThat(operator.heading()).containsText("is paused");
    assertThat(operator.main()).containsText("Heron moves house");
    String endUser = Examples.anEndUser();
    String item =
        scenario
            .exchange(endUser, scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS))
            .text("item_id");

    operator.page().locator("#name").fill("Acme, moved");
    operator.button("Save").click();
    assertThat(operator.heading()).containsText("Acme, moved");
    operator.button("Resume").click();

    assertThat(operator.heading()).not().containsText("paused");
    scenario.awaitLinked(item);
    operator.page().navigate("/admin/audit");
    operator.field("Did").fill("integration.resume");
    operator.button("Filter").click();
    assertThat(operator.page().locator("tbody tr").first()).containsText("integration.resume");
    assertThat(operator.page().locator("tbody")).not().containsText("integration.pause");
  }
}
