package io.heronbridge.it.journey;

import static io.heronbridge.it.journey.BankBeingRead.PATIENCE;
import static io.heronbridge.it.journey.BankBeingRead.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.sandbox.fault.FaultEffect;
import io.heronbridge.sandbox.heron.LinkStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each kind in which Heron or Plaid can disagree with us, and its repair. */
class DriftIT {
  private BankBeingRead bank;

  @BeforeEach
  void connect() {
    bank = new BankBeingRead();
  }

  @AfterEach
  void readNoMore() {
    bank.readNoMore();
  }

  @Test
  void erroringLinkIsFoundAndARefreshMendsIt() {
    bank.setAtHeron(LinkStatus.ERRORING, "[INTERNAL_SERVER_ERROR] try later");
    bank.read();
    bank.awaitDrift("erroring");
    assertThat(bank.scenario.server().api().get("/metrics").body())
        .containsPattern("\nbridge_links_drifted [1-9]");

    bank.assertRepaired("erroring");

    bank.awaitAtHeron(LinkStatus.ACTIVE);
    bank.read();
    bank.awaitAgreement();
  }

  @Test
  void erroringLinkWhoseUserMustSignInCannotBeRepairedFromHere() {
    bank.scenario.sandbox().plaid().breakLogin(bank.linked.item());
    bank.awaitAtHeron(LinkStatus.ERRORING);
    bank.read();
    bank.awaitDrift("erroring");

    Answer refused = bank.post("repair");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("detail")).contains("must reconnect");
  }

  @Test
  void linkThatHeronLostIsDriftWhenMissedTwiceAndIsSubmittedAgain() {
    bank.scenario
        .sandbox()
        .faults()
        .next(2, bank.lists(), FaultEffect.status(200, "{\"links\": []}"));
    bank.read();
    assertThat(bank.drift()).isEmpty();
    bank.database(
        "UPDATE integration_link SET missing_since = now() - interval '2 minutes'"
            + " WHERE id = ?::uuid",
        bank.link);
    bank.read();
    bank.awaitDrift("missing_at_heron");

    bank.assertRepaired("missing_at_heron");

    bank.awaitAgreement();
    assertThat(bank.post("repair").status()).isEqualTo(409);
  }

  @Test
  void switchedOffLinkIsPostedAgainAlthoughHeronHasIt() {
    bank.setAtHeron(LinkStatus.SYNC_DISABLED, "");
    bank.read();
    bank.awaitDrift("sync_disabled");

    bank.assertRepaired("sync_disabled");

    bank.awaitAgreement();
    bank.awaitAtHeron(LinkStatus.ACTIVE);
  }

  @Test
  void switchedOffLinkThatHeronWillNotTakeAnewFailsWithAReason() {
    bank.scenario.sandbox().heron().settings().switches().set("link_after_delete", "409");
    bank.setAtHeron(LinkStatus.SYNC_DISABLED, "");
    bank.read();
    bank.awaitDrift("sync_disabled");

    bank.assertRepaired("sync_disabled");

    JsonObject error =
        BankBeingRead.linkOf(bank.scenario.awaitLink(bank.itemId, "failed"))
            .getAsJsonObject("last_error");
    assertThat(text(error, "kind")).isEqualTo("sync_disabled");
    assertThat(text(error, "advice")).contains("switched off");
  }

  @Test
  void itemThatHeronFoundDeletedIsDisconnected() {
    bank.setAtHeron(LinkStatus.DELETED_IN_PLAID, "");
    bank.read();
    bank.awaitDrift("deleted_in_plaid");

    bank.assertRepaired("deleted_in_plaid");

    assertThat(text(bank.item(), "status")).isEqualTo("removed");
    assertThat(bank.linked.item().isRemoved()).isTrue();
    assertThat(bank.drift()).isEmpty();
    assertThat(bank.post("read").status()).isEqualTo(409);
  }

  @Test
  void itemThatIsGoneAtPlaidIsRevokedAndThenMarkedAsDisconnected() {
    bank.scenario
        .sandbox()
        .faults()
        .next(
            1,
            bank.itemGet(),
            FaultEffect.status(
                400,
                "{\"error_type\": \"ITEM_ERROR\", \"error_code\": \"ITEM_NOT_FOUND\","
                    + " \"error_message\": \"gone\"}"));
    bank.read();
    bank.awaitDrift("gone_at_plaid");
    assertThat(text(bank.item(), "status")).isEqualTo("revoked");

    bank.assertRepaired("gone_at_plaid");

    assertThat(text(bank.item(), "status")).isEqualTo("removed");
    assertThat(bank.drift()).isEmpty();
  }

  @Test
  void webhooksThatGoElsewhereAreMovedBack() {
    String ours = bank.linked.item().webhook().orElseThrow();
    bank.scenario
        .sandbox()
        .faults()
        .next(
            1,
            bank.itemGet(),
            FaultEffect.status(
                200,
                "{\"item\": {\"item_id\": \"%s\", \"update_type\": \"a value of tomorrow\","
                        .formatted(bank.itemId)
                    + " \"webhook\": \"https://elsewhere.example\"}}"));
    bank.read();
    bank.awaitDrift("webhook_elsewhere");

    bank.assertRepaired("webhook_elsewhere");

    Eventually.within(PATIENCE, () -> assertThat(bank.drift()).isEmpty());
    assertThat(bank.linked.item().webhook()).contains(ours);
    assertThat(bank.scenario.sandbox().requests().matching("plaid", "/plaid/item/webhook/update"))
        .hasSize(1);
  }

  @Test
  void linkOfAnItemWeDoNotKnowIsReportedUntilItIsGone() {
    bank.scenario
        .sandbox()
        .faults()
        .next(
            1,
            bank.lists(),
            FaultEffect.status(
                200,
                "{\"links\": [{\"item_id\": \"%s\", \"status\": \"active\"},".formatted(bank.itemId)
                    + " {\"item_id\": \"stranger-%s\", \"status\": \"new_word\"}]}"
                        .formatted(bank.itemId)));
    bank.read();
    JsonObject stranger = bank.awaitDrift("unknown_here");
    assertThat(text(stranger, "item_id")).isEqualTo("stranger-" + bank.itemId);
    assertThat(text(stranger, "at_heron")).isEqualTo("new_word");
    assertThat(stranger.get("repairable").getAsBoolean()).isFalse();
    assertThat(text(stranger, "advice")).contains("POST /items");

    bank.read();

    Eventually.within(PATIENCE, () -> assertThat(bank.drift()).isEmpty());
  }
}
