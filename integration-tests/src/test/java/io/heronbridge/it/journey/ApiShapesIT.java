package io.heronbridge.it.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.ApiClient;
import io.heronbridge.it.support.ApiDocument;
import io.heronbridge.it.support.ApiDocument.Operation;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.LinksThatFailed;
import io.heronbridge.it.support.Pictures;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.it.support.Secrets;
import io.heronbridge.sandbox.plaid.LinkedItem;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A lender's backend uses every operation, and each answer has the shape of the document. */
class ApiShapesIT {
  /** What depends on things that go wrong, or on who is faster; refusals have a shape too. */
  private static final Set<String> MAY_BE_REFUSED =
      Set.of(
          "repairLink",
          "getHeronCallback",
          "resendLink",
          "cancelLink",
          "cancelImport",
          "pauseResendJob",
          "resumeResendJob");

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Scenario scenario = Scenario.onSharedServer();
  private final ApiClient api = scenario.server().api();
  private final String endUser = Examples.anEndUser();
  private final Set<String> succeeded = new TreeSet<>();

  private JsonObject person() {
    JsonObject person = new JsonObject();
    person.addProperty("integration_id", scenario.integration());
    person.addProperty("end_user_id", endUser);
    return person;
  }

  private Answer call(String operation, String id, JsonObject body) {
    Operation asked = ApiDocument.operation(operation);
    return checked(
        asked,
        api.send(asked.method(), asked.pathWith(id), body.size() == 0 ? "" : body.toString()));
  }

  private Answer call(String operation, String id) {
    return call(operation, id, new JsonObject());
  }

  private Answer call(String operation, JsonObject body) {
    return call(operation, "", body);
  }

  private Answer call(String operation) {
    return call(operation, "");
  }

  private Answer checked(Operation operation, Answer answer) {
    ApiDocument.require(operation, answer);
    if (answer.status() < 300) {
      succeeded.add(operation.id());
    }
    return answer;
  }

  @Test
  void everyAnswerIsAsDocumented() {
    integrations();
    endUsers();
    String itemId = linking();
    linksAndWebhooks(itemId);
    events();
    imports();
    try (LinksThatFailed failed =
        LinksThatFailed.make(scenario.server().database(), scenario.integration(), 2)) {
      resends();
      Eventually.within(PATIENCE, () -> assertThat(failed.resends()).isGreaterThanOrEqualTo(2));
    }
    call("listDrift");
    call("listHeronCallbacks");
    call("removeItem", itemId);
    call("eraseEndUser", endUser);

    Set<String> all = new TreeSet<>();
    ApiDocument.operations().forEach(each -> all.add(each.id()));
    all.removeAll(MAY_BE_REFUSED);
    assertThat(succeeded).containsAll(all);
  }

  private void integrations() {
    JsonObject integration = Examples.integrationWith(scenario.sandbox());
    String id = call("createIntegration", integration).text("id");
    call("listIntegrations");
    Answer read = call("getIntegration", id);
    call("replaceIntegration", id, read.json());
    JsonObject reason = new JsonObject();
    reason.addProperty("reason", "For a look.");
    call("pauseIntegration", id, reason);
    call("resumeIntegration", id);
    call("checkIntegration", id);
    call("reconcileIntegration", id);
    call("listHeronIntegrations", id);
    JsonObject name = new JsonObject();
    name.addProperty("name", "Acme, mortgages");
    String made = call("createHeronIntegration", id, name).text("heron_id");
    Operation choose = ApiDocument.operation("chooseHeronIntegration");
    checked(choose, api.post(choose.path().replace("{id}", id).replace("{heron_id}", made)));
    JsonObject brand = new JsonObject();
    brand.addProperty("colour", "#7A1FA2");
    brand.addProperty("logo", Pictures.base64(Pictures.picture("png", 300, 80)));
    call("replaceBrand", id, brand);
    call("getBrand", id);
    call("deleteBrand", id);
    call("deleteIntegration", id);
  }

  private void endUsers() {
    JsonObject person = new JsonObject();
    person.addProperty("end_user_id", endUser);
    person.addProperty("name", "Ann Smith");
    call("createEndUser", person);
    call("listEndUsers");
    JsonObject name = new JsonObject();
    name.addProperty("name", "Anne Smith");
    call("renameEndUser", endUser, name);
  }

  private String linking() {
    String session = call("createLinkSession", person()).text("id");
    call("getLinkSession", session);
    call("revokeLinkSession", session);
    call("createLinkToken", person());
    LinkedItem linked = scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS);
    JsonObject exchange = person();
    exchange.addProperty("public_token", linked.publicToken());
    exchange.add("metadata", linked.metadata());
    String itemId = call("exchangePublicToken", exchange).text("item_id");
    assertThat(call("exchangePublicToken", exchange).status()).isEqualTo(200);
    scenario.awaitLinked(itemId);
    JsonObject adoption = person();
    adoption.addProperty("item_id", itemId);
    adoption.addProperty("access_token", linked.item().accessToken());
    call("adoptItem", adoption);
    call("listItems");
    call("getItem", itemId);
    call("getEndUser", endUser);
    return itemId;
  }

  private void linksAndWebhooks(String itemId) {
    scenario.awaitRelayed(itemId);
    call("getItemTimeline", itemId);
    call("listLinks");
    String link =
        api.get("/api/v1/items/" + itemId)
            .json()
            .getAsJsonObject("integration_link")
            .get("id")
            .getAsString();
    call("getLink", link);
    call("readLink", link);
    call("resendLink", link);
    call("repairLink", link);
    call("cancelLink", link);
    call("listWebhooks");
    String webhook =
        api.get("/api/v1/webhooks?item_id=" + itemId)
            .json()
            .getAsJsonArray("data")
            .get(0)
            .getAsJsonObject()
            .get("id")
            .getAsString();
    call("getWebhook", webhook);
    call("resendWebhook", webhook);
  }

  private void events() {
    String integration = scenario.integration();
    call("getIntegrationEvents", integration);
    JsonObject wish = new JsonObject();
    wish.addProperty("url", scenario.sandbox().lenderUrl());
    Secrets.remember(call("setIntegrationEvents", integration, wish).text("new_secret"));
    Secrets.remember(call("rotateEventsSecret", integration).text("new_secret"));
    String event = call("sendTestEvent", integration).text("id");
    call("listEvents");
    Operation list = ApiDocument.operation("listEvents");
    assertThat(checked(list, api.get("/api/v1/events?type=test")).body()).contains(event);
    assertThat(checked(list, api.get("/api/v1/events?type=link.failed")).body())
        .doesNotContain(event);
    assertThat(checked(list, api.get("/api/v1/events?type=link.lost")).status()).isEqualTo(422);
    call("getEvent", event);
    call("resendEvent", event);
    call("switchIntegrationEventsOff", integration);
  }

  private void imports() {
    Operation upload = ApiDocument.operation("importItems");
    Answer taken =
        checked(
            upload,
            api.with("Content-Type", "text/csv")
                .postBytes(
                    upload.path() + "?integration_id=" + scenario.integration(),
                    "end_user_id,item_id,access_token\neus_1,item,token".getBytes(UTF_8)));
    String id = taken.text("import_id");
    Eventually.within(
        PATIENCE, () -> assertThat(call("getImport", id).text("status")).isEqualTo("done"));
    call("listImports");
    call("listRejectedLines", id);
    assertThat(call("cancelImport", id).status()).isEqualTo(409);
    call("deleteImport", id);
  }

  private void resends() {
    JsonObject filter = new JsonObject();
    filter.addProperty("status", "failed");
    filter.addProperty("integration_id", scenario.integration());
    String planned = call("planResendJob", filter).text("job_id");
    call("getResendJob", planned);
    call("listResendJobs");
    call("pauseResendJob", planned);
    call("startResendJob", planned);
    call("pauseResendJob", planned);
    call("resumeResendJob", planned);
    call("cancelResendJob", call("planResendJob", filter).text("job_id"));
    call("resendLinks", filter);
  }
}
