package io.heronbridge.it.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.sandbox.plaid.LinkedItem;
import io.heronbridge.sandbox.record.RecordedRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Update mode and replacement, as a lender's backend uses them. */
class UpdateAndReplaceIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Scenario scenario;
  private String endUser;
  private String itemId;

  @BeforeEach
  void connectABank() {
    scenario = Scenario.onSharedServer();
    endUser = Examples.anEndUser();
    itemId = scenario.exchange(endUser, chosen()).text("item_id");
  }

  private LinkedItem chosen() {
    return scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS);
  }

  private Answer linkToken(Map<String, ?> more) {
    JsonObject body = new JsonObject();
    body.addProperty("integration_id", scenario.integration());
    body.addProperty("end_user_id", endUser);
    more.forEach(
        (name, value) -> {
          if (value instanceof Boolean flag) {
            body.addProperty(name, flag);
          } else {
            body.addProperty(name, String.valueOf(value));
          }
        });
    return scenario.server().api().post("/api/v1/link-tokens", body);
  }

  private JsonObject lastOrder() {
    List<RecordedRequest> orders =
        scenario.sandbox().requests().matching("plaid", "/plaid/link/token/create");
    return JsonParser.parseString(orders.get(orders.size() - 1).bodyText()).getAsJsonObject();
  }

  private Answer exchange(LinkedItem linked, String replaced) {
    JsonObject body = new JsonObject();
    body.addProperty("integration_id", scenario.integration());
    body.addProperty("end_user_id", endUser);
    body.addProperty("public_token", linked.publicToken());
    body.add("metadata", linked.metadata());
    body.addProperty("replace_item_id", replaced);
    return scenario.server().api().post("/api/v1/items/exchange", body);
  }

  private String status(String item) {
    return scenario.server().api().get("/api/v1/items/" + item).text("status");
  }

  @Test
  void tokenOfUpdateModeIsNotForExchange() {
    Answer token = linkToken(Map.of("item_id", itemId));
    LinkedItem updated = scenario.sandbox().link().repair(token.text("link_token"));
    JsonObject order = lastOrder();

    Answer answer = scenario.exchange(endUser, updated);

    assertThat(order.has("products")).isFalse();
    assertThat(order.has("update")).isFalse();
    assertThat(answer.status()).as(answer.body()).isIn(409, 422);
    assertThat(status(itemId)).isEqualTo("active");
  }

  @Test
  void accountSelectionNeedsAnItem() {
    Answer with = linkToken(Map.of("item_id", itemId, "account_selection", true));
    assertThat(with.status()).as(with.body()).isEqualTo(201);
    assertThat(lastOrder().getAsJsonObject("update").toString())
        .isEqualTo("{\"account_selection_enabled\":true}");

    Answer without = linkToken(Map.of("account_selection", true));

    assertThat(without.status()).as(without.body()).isEqualTo(422);
    assertThat(without.body()).contains("account_selection");
  }

  @Test
  void replacedItemIsRemovedOnceTheNewOneIsKept() {
    LinkedItem again = chosen();

    Answer answer = exchange(again, itemId);

    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    Eventually.within(PATIENCE, () -> assertThat(status(itemId)).isEqualTo("removed"));
    assertThat(status(answer.text("item_id"))).isEqualTo("active");
    Answer repeated = exchange(again, itemId);
    assertThat(repeated.status()).as(repeated.body()).isEqualTo(200);
    assertThat(repeated.text("item_id")).isEqualTo(answer.text("item_id"));
  }

  @Test
  void wishThatComesAfterTheExchangeIsFulfilledToo() {
    LinkedItem again = chosen();
    JsonObject first = new JsonObject();
    first.addProperty("integration_id", scenario.integration());
    first.addProperty("end_user_id", endUser);
    first.addProperty("public_token", again.publicToken());
    String fresh = scenario.server().api().post("/api/v1/items/exchange", first).text("item_id");

    Answer answer = exchange(again, itemId);

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    Eventually.within(PATIENCE, () -> assertThat(status(itemId)).isEqualTo("removed"));
    assertThat(status(fresh)).isEqualTo("active");
    assertThat(exchange(again, fresh).status()).isEqualTo(422);
    assertThat(status(fresh)).isEqualTo("active");
  }

  @Test
  void nobodyElsesItemCanBeReplaced() {
    String stranger = Examples.anEndUser();
    String theirs =
        scenario
            .exchange(stranger, scenario.chooseBank(stranger, Examples.FIRST_PLATYPUS))
            .text("item_id");

    Answer foreign = exchange(chosen(), theirs);
    Answer unknown = exchange(chosen(), "nobody-knows-this-item");

    assertThat(foreign.status()).as(foreign.body()).isEqualTo(422);
    assertThat(foreign.body()).contains("replace_item_id");
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(status(theirs)).isEqualTo("active");
    assertThat(status(itemId)).isEqualTo("active");
  }
}
