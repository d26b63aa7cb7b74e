package io.heronbridge.it.chaos;

import com.google.gson.JsonObject;
import io.heronbridge.it.support.ApiClient;
import io.heronbridge.it.support.BridgeServer;
import io.heronbridge.it.support.BridgeSettings;
import io.heronbridge.it.support.Database;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.Lender;
import io.heronbridge.it.support.PayaraMicro;
import io.heronbridge.it.support.PostgresServer;
import io.heronbridge.it.support.TestRun;
import io.heronbridge.sandbox.Sandbox;
import java.util.concurrent.atomic.AtomicInteger;

/** Two nodes over one PostgreSQL, with a wire to it and one to Heron on which faults can be put. */
final class TwoNodes implements AutoCloseable {
  /** Enough tries for every fault here; none of them is a reason to give up. */
  private static final String RETRIES =
      "PT0.5S,PT1S,PT2S,PT2S,PT5S,PT5S,PT10S,PT10S,PT10S,PT30S,PT30S,PT30S";

  private final PostgresServer postgres = PostgresServer.durable("chaos/postgres");
  private final Sandbox sandbox = TestRun.current().sandbox().sandbox();
  private final Wire toDatabase;
  private final Wire toHeron = new Wire(sandbox.port());
  private final Database database;
  private final BridgeServer first;
  private final BridgeServer second;
  private final Lender lender;
  private final AtomicInteger turn = new AtomicInteger();

  TwoNodes() {
    postgres.start();
    database = postgres.create("chaos");
    toDatabase = new Wire(postgres.port());
    Database wired =
        new Database(
            database.url().replace(":" + postgres.port() + "/", ":" + toDatabase.port() + "/"),
            database.username(),
            database.password());
    PayaraMicro kind = new PayaraMicro();
    BridgeSettings settings =
        BridgeSettings.fresh("chaos", wired)
            .with("BRIDGE_OUTBOX_RETRY_SCHEDULE", RETRIES)
            .with("BRIDGE_OUTBOX_ATTEMPT_TIMEOUT", "PT5S");
    first = BridgeServer.prepared("chaos-first", kind, kind.archive(), settings.beside("chaos-1"));
    second = BridgeServer.prepared("chaos-second", kind, kind.archive(), settings);
    second.start().awaitReady();
    // Plaid sends its webhooks to the node that no test kills.
    first.settings().with("BRIDGE_PUBLIC_URL", second.url().toString());
    first.start().awaitReady();
    lender = Lender.with(this::next, throughTheWire());
  }

  private ApiClient next() {
    return (turn.incrementAndGet() % 2 == 0 ? first : second).api();
  }

  private JsonObject throughTheWire() {
    JsonObject integration = Examples.integrationWith(sandbox);
    JsonObject heron = integration.getAsJsonObject("heron");
    for (String address : new String[] {"link_url", "webhook_url"}) {
      String direct = heron.get(address).getAsString();
      heron.addProperty(
          address, direct.replace(":" + sandbox.port() + "/", ":" + toHeron.port() + "/"));
    }
    return integration;
  }

  BridgeServer first() {
    return first;
  }

  BridgeServer second() {
    return second;
  }

  PostgresServer postgres() {
    return postgres;
  }

  /** Past the wire. */
  Database database() {
    return database;
  }

  Wire toDatabase() {
    return toDatabase;
  }

  Wire toHeron() {
    return toHeron;
  }

  Lender lender() {
    return lender;
  }

  @Override
  public void close() {
    first.close();
    second.close();
    toHeron.close();
    toDatabase.close();
    postgres.close();
  }
}
