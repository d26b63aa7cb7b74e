package io.heronbridge.it.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.sandbox.plaid.LinkedItem;
import org.junit.jupiter.api.Test;

class ConnectBankIT {
  @Test
  void connectedBankReachesHeronAndItsWebhooksFollow() {
    Scenario scenario = Scenario.onSharedServer();
    String endUser = Examples.anEndUser();
    LinkedItem linked = scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS);

    Answer exchanged = scenario.exchange(endUser, linked);

    assertThat(exchanged.status()).as(exchanged.body()).isEqualTo(201);
    String itemId = exchanged.text("item_id");
    JsonObject item = scenario.awaitLinked(itemId);
    assertThat(item.get("end_user_id").getAsString()).isEqualTo(endUser);
    assertThat(scenario.sandbox().heron().links().find(itemId))
        .hasValueSatisfying(
            link -> {
              assertThat(link.endUserId()).isEqualTo(endUser);
              assertThat(link.accessToken()).isEqualTo(linked.item().accessToken());
            });
    scenario.awaitRelayed(itemId);
  }

  @Test
  void publicTokenHandedInTwiceIsExchangedOnce() {
    Scenario scenario = Scenario.onSharedServer();
    String endUser = Examples.anEndUser();
    LinkedItem linked = scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS);

    Answer first = scenario.exchange(endUser, linked);
    Answer second = scenario.exchange(endUser, linked);

    assertThat(first.status()).as(first.body()).isEqualTo(201);
    assertThat(second.status()).as(second.body()).isEqualTo(200);
    assertThat(second.text("item_id")).isEqualTo(first.text("item_id"));
    assertThat(scenario.sandbox().requests().matching("plaid", ".*/item/public_token/exchange"))
        .hasSize(1);
  }
}
