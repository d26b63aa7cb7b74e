package io.heronbridge.it.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.it.support.BridgeServer;
import io.heronbridge.it.support.BridgeSettings;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.PayaraMicro;
import io.heronbridge.it.support.SandboxServer;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.it.support.TestRun;
import io.heronbridge.sandbox.fault.FaultEffect;
import io.heronbridge.sandbox.fault.FaultMatch;
import io.heronbridge.sandbox.heron.LinkStatus;
import io.heronbridge.sandbox.plaid.LinkedItem;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CrashDuringRemovalIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String REMOVE = "/plaid/item/remove";

  private BridgeServer node;
  private Scenario scenario;

  @BeforeEach
  void startNode() {
    SandboxServer sandbox = TestRun.current().sandbox();
    sandbox.reset();
    PayaraMicro kind = new PayaraMicro();
    BridgeSettings settings =
        BridgeSettings.fresh("removal", TestRun.current().postgres().create("removal"))
            .with("BRIDGE_OUTBOX_ATTEMPT_TIMEOUT", "PT10S");
    node = BridgeServer.prepared("removal", kind, kind.archive(), settings).start().awaitReady();
    scenario = Scenario.on(node, sandbox);
  }

  @AfterEach
  void stopNode() {
    node.close();
    TestRun.current().sandbox().reset();
  }

  @Test
  void removalIsCarriedThroughWhenTheNodeWasKilledWhilePlaidThought() {
    String endUser = Examples.anEndUser();
    LinkedItem linked = scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS);
    String itemId = scenario.exchange(endUser, linked).text("item_id");
    scenario.awaitLinked(itemId);
    scenario
        .sandbox()
        .faults()
        .next(1, FaultMatch.of("plaid", REMOVE), FaultEffect.delay(Duration.ofSeconds(9)));
    Thread caller =
        new Thread(
            () -> {
              try {
                node.api().delete("/api/v1/items/" + itemId);
              } catch (RuntimeException cutOff) {
                // The node dies under the call.
              }
            });
    caller.start();
    Eventually.within(
        PATIENCE,
        () -> assertThat(scenario.sandbox().requests().matching("plaid", REMOVE)).isNotEmpty());

    node.kill();
    node.start().awaitReady();

    Eventually.within(
        PATIENCE,
        () ->
            assertThat(node.api().get("/api/v1/items/" + itemId).text("status"))
                .isEqualTo("removed"));
    assertThat(linked.item().isRemoved()).isTrue();
    Eventually.within(
        PATIENCE,
        () ->
            assertThat(scenario.sandbox().heron().links().all())
                .singleElement()
                .satisfies(link -> assertThat(link.status()).isEqualTo(LinkStatus.SYNC_DISABLED)));
  }
}
