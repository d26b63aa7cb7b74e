package io.heronbridge.it.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
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
import io.heronbridge.sandbox.plaid.LinkedItem;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CrashDuringDeliveryIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration LONGER_THAN_THE_NODE_LIVES = Duration.ofSeconds(20);
  private static final String LINKS = ".*/links";

  private BridgeServer node;
  private Scenario scenario;

  @BeforeEach
  void startNode() {
    SandboxServer sandbox = TestRun.current().sandbox();
    sandbox.reset();
    PayaraMicro kind = new PayaraMicro();
    BridgeSettings settings =
        BridgeSettings.fresh("crash", TestRun.current().postgres().create("crash"));
    node = BridgeServer.prepared("crash", kind, kind.archive(), settings).start().awaitReady();
    scenario = Scenario.on(node, sandbox);
  }

  @AfterEach
  void stopNode() {
    node.close();
    TestRun.current().sandbox().reset();
  }

  @Test
  void linkAndWebhooksAreDeliveredByTheNextStartWhenTheNodeWasKilledWhileHeronThought() {
    scenario
        .sandbox()
        .faults()
        .next(
            1,
            FaultMatch.of("heron", LINKS).method("POST"),
            FaultEffect.delay(LONGER_THAN_THE_NODE_LIVES));
    String endUser = Examples.anEndUser();
    LinkedItem linked = scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS);
    String itemId = scenario.exchange(endUser, linked).text("item_id");
    Eventually.within(
        PATIENCE,
        () -> assertThat(scenario.sandbox().requests().matching("heron", LINKS)).isNotEmpty());
    Eventually.within(
        PATIENCE,
        () ->
            assertThat(node.api().get("/api/v1/webhooks?item_id=" + itemId).body())
                .contains("INITIAL_UPDATE")
                .contains("HISTORICAL_UPDATE"));

    node.kill();
    node.start().awaitReady();

    JsonObject item = scenario.awaitLinked(itemId);
    assertThat(item.get("status").getAsString()).isEqualTo("active");
    assertThat(scenario.sandbox().heron().links().all())
        .singleElement()
        .satisfies(link -> assertThat(link.itemId()).isEqualTo(itemId));
    Eventually.within(PATIENCE, () -> assertThat(scenario.awaitRelayed(itemId)).hasSize(2));
  }
}
