package io.heronbridge.it.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.ApiClient;
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
import io.heronbridge.sandbox.fault.FaultType;
import io.heronbridge.sandbox.plaid.LinkedItem;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * One node is killed while four exchanges stand at four different steps; the next start brings each
 * to its end, and none disappears.
 */
class CrashDuringExchangeIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String EXCHANGE = "/plaid/item/public_token/exchange";

  private BridgeServer node;
  private Scenario scenario;

  /** An end user on the way through Link. */
  private record Visitor(String endUser, LinkedItem linked) {}

  @BeforeEach
  void startNode() {
    SandboxServer sandbox = TestRun.current().sandbox();
    sandbox.reset();
    PayaraMicro kind = new PayaraMicro();
    BridgeSettings settings =
        BridgeSettings.fresh(
                "crash-exchange", TestRun.current().postgres().create("crash_exchange"))
            .with("BRIDGE_OUTBOX_ATTEMPT_TIMEOUT", "PT20S");
    node =
        BridgeServer.prepared("crash-exchange", kind, kind.archive(), settings)
            .start()
            .awaitReady();
    scenario = Scenario.on(node, sandbox);
  }

  @AfterEach
  void stopNode() {
    node.close();
    TestRun.current().sandbox().reset();
  }

  private Visitor visitor() {
    String endUser = Examples.anEndUser();
    return new Visitor(endUser, scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS));
  }

  private void plaidWill(Visitor visitor, FaultEffect effect) {
    scenario
        .sandbox()
        .faults()
        .next(
            1,
            FaultMatch.of("plaid", EXCHANGE).bodyContains(visitor.linked().publicToken()),
            effect);
  }

  private void exchangeInTheBackground(Visitor visitor) {
    CompletableFuture.runAsync(
        () -> {
          try {
            scenario.exchange(visitor.endUser(), visitor.linked());
          } catch (ApiClient.NoAnswerException expected) {
            // The node is killed before it can answer.
          }
        });
  }

  private void awaitCallToPlaid(Visitor visitor) {
    Eventually.within(
        PATIENCE,
        () ->
            assertThat(scenario.sandbox().requests().matching("plaid", EXCHANGE))
                .anyMatch(request -> request.bodyText().contains(visitor.linked().publicToken())));
  }

  private long claims(String state) {
    return node.database().number("SELECT count(*) FROM public_token_claim WHERE state = ?", state);
  }

  @Test
  void everyExchangeIsBroughtToItsEndByTheNextStart() throws SQLException {
    Visitor beforePlaid = visitor();
    Visitor answerUnderWay = visitor();
    Visitor answerNotStored = visitor();
    Visitor linkNotSubmitted = visitor();
    FaultMatch linkPosts = FaultMatch.of("heron", ".*/itg_sandbox/links").method("POST");
    scenario.sandbox().faults().next(1, linkPosts, FaultEffect.of(FaultType.STALL));
    Answer stored = scenario.exchange(linkNotSubmitted.endUser(), linkNotSubmitted.linked());
    assertThat(stored.status()).as(stored.body()).isEqualTo(201);
    plaidWill(beforePlaid, FaultEffect.of(FaultType.STALL));
    plaidWill(answerUnderWay, FaultEffect.delay(Duration.ofSeconds(18)));
    plaidWill(answerNotStored, FaultEffect.delay(Duration.ofSeconds(4)));
    for (Visitor visitor : List.of(beforePlaid, answerUnderWay, answerNotStored)) {
      exchangeInTheBackground(visitor);
      awaitCallToPlaid(visitor);
    }

    try (Connection wall = node.database().connect();
        Statement statement = wall.createStatement()) {
      wall.setAutoCommit(false);
      statement.execute("LOCK TABLE item IN ACCESS EXCLUSIVE MODE");
      awaitSpooled();
      assertThat(claims("STARTED")).isEqualTo(3);
      node.kill();
      wall.rollback();
    }
    node.start().awaitReady();

    assertLinked(linkNotSubmitted);
    assertLinked(answerNotStored);
    assertLinked(beforePlaid);
    assertLost(answerUnderWay);
    assertThat(claims("STARTED")).isZero();
    assertThat(scenario.sandbox().heron().links().all()).hasSize(3);
  }

  /** The answer is on the disk, and the database cannot take it yet. */
  private void awaitSpooled() {
    Path spool = Path.of(node.settings().environment().get("BRIDGE_SPOOL_DIRECTORY"));
    Eventually.within(
        PATIENCE, () -> assertThat(spool).isDirectoryContaining("glob:**/*.exchange"));
  }

  private void assertLinked(Visitor visitor) {
    Eventually.within(
        PATIENCE,
        () -> {
          Answer answer = scenario.exchange(visitor.endUser(), visitor.linked());
          assertThat(answer.status()).as(answer.body()).isIn(200, 201);
        });
    JsonObject item = scenario.awaitLinked(visitor.linked().item().itemId());
    assertThat(item.get("end_user_id").getAsString()).isEqualTo(visitor.endUser());
  }

  /** Plaid tells an access token once; lost on the way, it is gone, and that is said. */
  private void assertLost(Visitor visitor) {
    Eventually.within(
        PATIENCE,
        () -> {
          Answer answer = scenario.exchange(visitor.endUser(), visitor.linked());
          assertThat(answer.status()).as(answer.body()).isEqualTo(422);
          assertThat(answer.text("error_code")).isEqualTo("exchange_lost");
        });
    assertThat(claims("LOST")).isEqualTo(1);
  }
}
