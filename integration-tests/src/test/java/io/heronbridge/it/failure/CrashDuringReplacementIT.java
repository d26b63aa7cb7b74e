package io.heronbridge.it.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.ApiClient;
import io.heronbridge.it.support.BridgeServer;
import io.heronbridge.it.support.BridgeSettings;
import io.heronbridge.it.support.ConnectVisit;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.PayaraMicro;
import io.heronbridge.it.support.SandboxServer;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.it.support.TestRun;
import io.heronbridge.sandbox.plaid.LinkedItem;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The node dies after Plaid exchanged and before the new item is kept, and the browser never comes
 * back: the wish to replace the old connection is carried through all the same.
 */
class CrashDuringReplacementIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private BridgeServer node;
  private Scenario scenario;

  @BeforeEach
  void startNode() {
    SandboxServer sandbox = TestRun.current().sandbox();
    sandbox.reset();
    PayaraMicro kind = new PayaraMicro();
    BridgeSettings settings =
        BridgeSettings.fresh("replacement", TestRun.current().postgres().create("replacement"));
    node =
        BridgeServer.prepared("replacement", kind, kind.archive(), settings).start().awaitReady();
    scenario = Scenario.on(node, sandbox);
  }

  @AfterEach
  void stopNode() {
    node.close();
    TestRun.current().sandbox().reset();
  }

  private String status(String itemId) {
    return node.api().get("/api/v1/items/" + itemId).text("status");
  }

  @Test
  void oldConnectionIsGoneInTheEnd() throws SQLException {
    String endUser = Examples.anEndUser();
    LinkedItem old = scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS);
    String oldId = scenario.exchange(endUser, old).text("item_id");
    scenario.awaitLinked(oldId);
    LinkedItem fresh = scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS);
    ConnectVisit visit = ConnectVisit.open(scenario, endUser);
    JsonObject wish = new JsonObject();
    wish.addProperty("public_token", fresh.publicToken());
    wish.add("metadata", fresh.metadata());
    wish.addProperty("replace", oldId);

    Path spool = Path.of(node.settings().environment().get("BRIDGE_SPOOL_DIRECTORY"));
    try (Connection wall = node.database().connect();
        Statement statement = wall.createStatement()) {
      wall.setAutoCommit(false);
      // The ledger may read items; nobody may add one.
      statement.execute("LOCK TABLE integration_link IN SHARE ROW EXCLUSIVE MODE");
      CompletableFuture.runAsync(() -> hand(visit, wish));
      Eventually.within(
          PATIENCE,
          () ->
              assertThat(spool).isDirectoryContaining(file -> !file.toString().endsWith(".draft")));
      node.kill();
      wall.rollback();
    }
    node.start().awaitReady();

    Eventually.within(PATIENCE, () -> assertThat(status(oldId)).isEqualTo("removed"));
    Answer items = node.api().get("/api/v1/items?end_user_id=" + endUser + "&status=active");
    assertThat(items.json().getAsJsonArray("data")).hasSize(1);
    assertThat(old.item().isRemoved()).isTrue();
    assertThat(fresh.item().isRemoved()).isFalse();
    assertThat(
            node.api()
                .get("/api/v1/link-sessions/" + visit.sessionId())
                .json()
                .getAsJsonArray("item_ids")
                .get(0)
                .getAsString())
        .isEqualTo(fresh.item().itemId());
  }

  private static void hand(ConnectVisit visit, JsonObject wish) {
    try {
      visit.post("/connect/public-tokens", wish);
    } catch (ApiClient.NoAnswerException expected) {
      // The node is killed before it can answer.
    }
  }
}
