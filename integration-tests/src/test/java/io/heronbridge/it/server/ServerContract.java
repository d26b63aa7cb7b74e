package io.heronbridge.it.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.heronbridge.it.probe.ProbedArchive;
import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.ApiClient;
import io.heronbridge.it.support.BridgeServer;
import io.heronbridge.it.support.BridgeSettings;
import io.heronbridge.it.support.ConnectVisit;
import io.heronbridge.it.support.Database;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.SandboxServer;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.it.support.ServerKind;
import io.heronbridge.it.support.TestRun;
import io.heronbridge.it.support.TraceCollector;
import io.heronbridge.it.support.Visitors;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.sandbox.plaid.LinkedItem;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The server starts while PostgreSQL is down; every test then runs against that same process. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ServerContract {
  /** More than the other tests need of one key. */
  private static final int QUOTA = 1000;

  private final String name;
  private final ServerKind kind;
  private BridgeServer server;
  private Visitors visitors;
  private Answer readinessWithoutDatabase;

  ServerContract(String name, ServerKind kind) {
    this.name = name;
    this.kind = kind;
  }

  @BeforeAll
  void startBeforeTheDatabase() {
    Database database = TestRun.current().postgres().create(name.replace('-', '_'));
    visitors = new Visitors(database);
    server =
        BridgeServer.prepared(
            name,
            kind,
            ProbedArchive.of(kind.archive()),
            BridgeSettings.fresh(name, database)
                .with("BRIDGE_TRACES_ENDPOINT", TestRun.current().collector().endpoint())
                .with("BRIDGE_API_REQUESTS_PER_MINUTE", Integer.toString(QUOTA)));
    TestRun.current().postgres().stop();
    server.start().awaitLive();
    readinessWithoutDatabase = server.anyone().get("/health/ready");
    TestRun.current().postgres().start();
    server.awaitReady();
  }

  @AfterAll
  void stop() {
    TestRun.current().postgres().start();
    if (server != null) {
      server.close();
    }
  }

  @Test
  void isNotReadyUntilTheDatabaseComes() {
    assertThat(readinessWithoutDatabase.status()).isEqualTo(503);
    assertThat(readinessWithoutDatabase.text("status")).isEqualTo("DOWN");
  }

  @Test
  void isReadyOnceTheDatabaseHasCome() {
    Answer answer = server.anyone().get("/health/ready");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("status")).isEqualTo("UP");
    assertThat(answer.body()).contains("migrations", "keyset", "database");
  }

  @Test
  void firstAdministratorWasCreated() {
    assertThat(
            server
                .database()
                .number(
                    "SELECT count(*) FROM admin_user WHERE username = ? AND role = 'ADMIN'",
                    BridgeSettings.ADMINISTRATOR))
        .isEqualTo(1);
  }

  @Test
  void strangerIsLedToTheSignInPage() {
    Answer answer = server.anyone().get("/admin/probe");

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).endsWith("/admin/login?next=%2Fadmin%2Fprobe");
  }

  @Test
  void apiRefusesCallersWithoutAKey() {
    assertRefused(server.anyone());
  }

  @Test
  void apiRefusesAnUnknownKey() {
    assertRefused(server.anyone().withKey("not-a-key-of-ours"));
  }

  private static void assertRefused(ApiClient caller) {
    Answer known = caller.get("/api/v1/probe");
    Answer unknown = caller.get("/api/v1/no-such-thing");

    assertThat(known.status()).isEqualTo(401);
    assertThat(known.header("WWW-Authenticate")).startsWith("Bearer");
    assertThat(known.header("Content-Type")).startsWith("application/problem+json");
    assertThat(known.json().get("status").getAsInt()).isEqualTo(401);
    assertThat(unknown.status()).isEqualTo(401);
  }

  @Test
  void connectedBankReachesHeronAndItsWebhooksFollow() {
    SandboxServer sandbox = TestRun.current().sandbox();
    sandbox.reset();
    Scenario scenario = Scenario.on(server, sandbox);
    String endUser = Examples.anEndUser();
    LinkedItem linked = scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS);

    Answer exchanged = scenario.exchange(endUser, linked);

    assertThat(exchanged.status()).as(exchanged.body()).isEqualTo(201);
    scenario.awaitLinked(exchanged.text("item_id"));
    scenario.awaitRelayed(exchanged.text("item_id"));
  }

  @Test
  void requestIdLeadsToTheTraceAndToTheLines() {
    SandboxServer sandbox = TestRun.current().sandbox();
    sandbox.reset();
    Scenario scenario = Scenario.on(server, sandbox);
    String endUser = Examples.anEndUser();
    LinkedItem linked = scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS);

    Answer exchanged = scenario.exchange(endUser, linked);

    String request = exchanged.header("Request-Id");
    assertThat(request).as(exchanged.body()).matches("[0-9a-f]{32}");
    Eventually.within(
        Duration.ofSeconds(30),
        () -> {
          assertThat(TestRun.current().collector().trace(request))
              .extracting(TraceCollector.Sent::name)
              .contains("POST /api/v1/items/exchange", "attempt create_link");
          assertThat(server.log()).content().containsPattern("exchanged .* trace=" + request);
          assertThat(server.log()).content().containsPattern("attempt .* trace=" + request);
        });
  }

  @Test
  void endUserWithoutAnyRoleGetsPastTheBeansBehindTheConnectPage() {
    SandboxServer sandbox = TestRun.current().sandbox();
    sandbox.reset();
    Scenario scenario = Scenario.on(server, sandbox);

    Answer token =
        ConnectVisit.open(scenario, Examples.anEndUser()).post("/connect/link-tokens", Map.of());

    assertThat(token.status()).as(token.body()).isEqualTo(201);
  }

  @Test
  void viewerIsRefusedWhatAdministratorsSee() {
    ApiClient viewer = server.anyone().withCookie(visitors.cookieOf(Role.VIEWER));
    ApiClient administrator = server.anyone().withCookie(visitors.cookieOf(Role.ADMIN));

    assertThat(viewer.get("/admin/users").status()).isEqualTo(403);
    assertThat(viewer.get("/admin/account").status()).isEqualTo(200);
    assertThat(administrator.get("/admin/users").status()).isEqualTo(200);
    assertThat(administrator.get("/admin/api-keys").status()).isEqualTo(200);
  }

  @Test
  void administratorHasEveryRoleOnThePageAndInTheBeanBehindIt() {
    ApiClient administrator = server.anyone().withCookie(visitors.cookieOf(Role.ADMIN));

    assertThat(administrator.get("/admin/probe").body())
        .isEqualTo("admin=true operator=true viewer=true bean=welcome");
    assertThat(administrator.get("/admin/probe/administrators").body()).isEqualTo("welcome");
  }

  @Test
  void viewerIsRefusedByTheBeanBehindThePage() {
    ApiClient viewer = server.anyone().withCookie(visitors.cookieOf(Role.VIEWER));

    assertThat(viewer.get("/admin/probe").body())
        .isEqualTo("admin=false operator=false viewer=true bean=refused");
  }

  @Test
  void viewerIsRefusedByAPageForAdministrators() {
    ApiClient viewer = server.anyone().withCookie(visitors.cookieOf(Role.VIEWER));

    assertThat(viewer.get("/admin/probe/administrators").status()).isEqualTo(403);
  }

  @Test
  void readOnlyKeyReadsButDoesNotWrite() {
    ApiClient reader = server.anyone().withKey(visitors.readOnlyKey());

    assertThat(reader.get("/api/v1/probe").body()).isEqualTo("welcome");
    assertThat(reader.post("/api/v1/probe").status()).isEqualTo(403);
    assertThat(server.api().post("/api/v1/probe").body()).isEqualTo("welcome");
  }

  @Test
  void documentOfTheApiIsServedToAnybody() {
    Answer document = server.anyone().get("/api/openapi.json");

    assertThat(document.status()).isEqualTo(200);
    assertThat(document.text("openapi")).startsWith("3.1.");
    assertThat(server.anyone().get("/api").body()).contains("/api/v1/items/exchange");
  }

  @Test
  void callThatIsRepeatedIsAnsweredAlike() {
    ApiClient repeating = server.api().with("Idempotency-Key", UUID.randomUUID().toString());
    Map<String, String> person = Map.of("end_user_id", Examples.anEndUser());

    Answer first = repeating.post("/api/v1/end-users", person);
    Answer again = repeating.post("/api/v1/end-users", person);

    assertThat(first.status()).as(first.body()).isEqualTo(201);
    assertThat(again.status()).as(again.body()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(repeating.post("/api/v1/end-users", Map.of("end_user_id", "x")).status())
        .isEqualTo(422);
  }

  @Test
  void exchangeWhoseNodeDiedIsGoneOnWithAtOnce() {
    SandboxServer sandbox = TestRun.current().sandbox();
    sandbox.reset();
    Scenario scenario = Scenario.on(server, sandbox);
    String endUser = Examples.anEndUser();
    JsonObject exchange =
        scenario.exchangeOf(endUser, scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS));
    ApiClient repeating = server.api().with("Idempotency-Key", UUID.randomUUID().toString());
    Answer first = repeating.post("/api/v1/items/exchange", exchange);
    server.database().change("UPDATE api_answer SET answer = NULL");

    Answer again = repeating.post("/api/v1/items/exchange", exchange);

    assertThat(first.status()).as(first.body()).isEqualTo(201);
    assertThat(again.status()).as(again.body()).isEqualTo(200);
    assertThat(again.text("item_id")).isEqualTo(first.text("item_id"));
  }

  @Test
  void keyThatHasUsedUpItsMinuteIsTurnedAway() {
    String key = visitors.readOnlyKey();
    ApiClient busy = server.anyone().withKey(key);
    Answer first = busy.get("/api/v1/probe");
    IntStream.range(1, QUOTA).parallel().forEach(i -> busy.get("/api/v1/probe"));

    Answer refused = busy.get("/api/v1/probe");
    Answer rotated = server.anyone().withKey(visitors.rotated(key)).get("/api/v1/probe");

    assertThat(first.status()).isEqualTo(200);
    assertThat(first.header("RateLimit-Policy")).isEqualTo("\"minute\";q=1000;w=60");
    assertThat(first.header("RateLimit")).isEqualTo("\"minute\";r=999;t=60");
    assertThat(refused.status()).as(refused.body()).isEqualTo(429);
    assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    assertThat(refused.header("RateLimit")).startsWith("\"minute\";r=0;t=");
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
    assertThat(rotated.status()).as("the same key with another value").isEqualTo(429);
    assertThat(readWithStoredKey()).isEqualTo(200);
  }

  @Test
  void jpaAndJdbcWritesCommitTogether() {
    String mark = mark();

    Answer answer = server.api().post("/api/v1/probe/transactions/" + mark);

    assertThat(answer.body()).isEqualTo("written");
    assertThat(rowsWith(mark)).isEqualTo(3);
  }

  @Test
  void jpaAndJdbcWritesRollBackTogether() {
    String mark = mark();

    Answer answer = server.api().post("/api/v1/probe/failing-transactions/" + mark);

    assertThat(answer.body()).isEqualTo("EJBException");
    assertThat(rowsWith(mark)).isZero();
  }

  @Test
  void requestsSucceedAtOnceAfterARestartOfPostgres() {
    String mark = mark();
    IntStream.range(0, 20).parallel().forEach(i -> server.api().get("/api/v1/probe"));

    TestRun.current().postgres().restart();

    Answer first = server.api().post("/api/v1/probe/transactions/" + mark);
    assertThat(first.body()).as("answer %d", first.status()).isEqualTo("written");
    assertThat(IntStream.range(0, 20).parallel().map(i -> readWithStoredKey()))
        .allMatch(status -> status == 200);
    assertThat(server.anyone().get("/health/ready").status()).isEqualTo(200);
  }

  private int readWithStoredKey() {
    return server.anyone().withKey(visitors.readOnlyKey()).get("/api/v1/probe").status();
  }

  private static String mark() {
    return "mark-" + UUID.randomUUID();
  }

  private long rowsWith(String mark) {
    return server
        .database()
        .number(
            "SELECT (SELECT count(*) FROM end_user WHERE end_user_id = ?)"
                + " + (SELECT count(*) FROM admin_user WHERE username = ?)"
                + " + (SELECT count(*) FROM audit_entry WHERE subject = ?)",
            mark,
            mark,
            mark);
  }
}
