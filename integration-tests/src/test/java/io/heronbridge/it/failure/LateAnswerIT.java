package io.heronbridge.it.failure;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.heronbridge.sandbox.plaid.LinkedItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A node is killed with Plaid's answers on its disk, and another gives the exchanges up. When the
 * disk comes back, what it holds is kept: an access token is never thrown away.
 */
class LateAnswerIT {
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
        BridgeSettings.fresh("late-answer", TestRun.current().postgres().create("late_answer"))
            .with("BRIDGE_OUTBOX_ATTEMPT_TIMEOUT", "PT8S");
    node =
        BridgeServer.prepared("late-answer", kind, kind.archive(), settings).start().awaitReady();
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

  private long claims(String state) {
    return node.database().number("SELECT count(*) FROM public_token_claim WHERE state = ?", state);
  }

  @Test
  void answersThatTurnUpAfterTheirExchangesWereGivenUpAreKept() throws Exception {
    Visitor lost = visitor();
    Visitor refused = visitor();
    Visitor adopted = visitor();
    killWithAnswersOnTheDisk(List.of(lost, refused, adopted));
    Path spool = Path.of(node.settings().environment().get("BRIDGE_SPOOL_DIRECTORY"));
    Path aside = spool.resolveSibling("spool-aside-" + UUID.randomUUID());
    Files.move(spool, aside);
    scenario
        .sandbox()
        .faults()
        .next(
            1,
            FaultMatch.of("plaid", EXCHANGE).bodyContains(refused.linked().publicToken()),
            FaultEffect.status(
                400,
                "{\"error_type\":\"INVALID_REQUEST\",\"error_code\":\"INVALID_FIELD\","
                    + "\"error_message\":\"no\"}"));
    node.start().awaitReady();
    Eventually.within(PATIENCE, () -> assertThat(claims("LOST")).isEqualTo(2));
    Eventually.within(PATIENCE, () -> assertThat(claims("REFUSED")).isEqualTo(1));
    adoptForAnother(adopted);

    bringBack(aside, spool);

    assertThat(scenario.awaitLinked(lost.linked().item().itemId())).isNotNull();
    assertThat(scenario.awaitLinked(refused.linked().item().itemId())).isNotNull();
    Eventually.within(PATIENCE, () -> assertThat(spool).isEmptyDirectory());
    assertThat(claims("EXCHANGED")).isEqualTo(2);
    assertThat(claims("REFUSED")).isEqualTo(1);
  }

  private void killWithAnswersOnTheDisk(List<Visitor> visitors) throws SQLException {
    try (Connection wall = node.database().connect();
        Statement statement = wall.createStatement()) {
      // Reading goes on, so that the exchanges begin; their items cannot be stored.
      wall.setAutoCommit(false);
      statement.execute("LOCK TABLE item IN SHARE MODE");
      visitors.forEach(this::exchangeInTheBackground);
      Path spool = Path.of(node.settings().environment().get("BRIDGE_SPOOL_DIRECTORY"));
      Eventually.within(
          PATIENCE,
          () -> {
            try (Stream<Path> files = Files.list(spool)) {
              assertThat(files.filter(file -> file.toString().endsWith(".exchange")))
                  .hasSize(visitors.size());
            }
          });
      node.kill();
      wall.rollback();
    }
  }

  private void adoptForAnother(Visitor visitor) {
    Answer adopted =
        node.api()
            .post(
                "/api/v1/items",
                Map.of(
                    "integration_id",
                    scenario.integration(),
                    "end_user_id",
                    Examples.anEndUser(),
                    "item_id",
                    visitor.linked().item().itemId(),
                    "access_token",
                    visitor.linked().item().accessToken()));
    assertThat(adopted.status()).as(adopted.body()).isEqualTo(201);
  }

  private static void bringBack(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.move(file, to.resolve(file.getFileName()));
      }
    }
  }
}
