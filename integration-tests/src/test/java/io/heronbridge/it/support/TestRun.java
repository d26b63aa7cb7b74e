package io.heronbridge.it.support;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the tests of one run share; each thing starts when first asked for. */
public final class TestRun {
  /** Tests wait for retries, so the waits are short. */
  static final String QUICK_RETRIES = "PT0.2S,PT0.5S,PT1S,PT1S,PT2S,PT2S,PT5S";

  private static final TestRun CURRENT = new TestRun();

  private final Deque<AutoCloseable> toClose = new ArrayDeque<>();
  private final Map<String, BridgeServer> servers = new HashMap<>();
  private PostgresServer postgres;
  private SandboxServer sandbox;
  private TraceCollector collector;
  private Browser browser;

  private TestRun() {}

  public static TestRun current() {
    return CURRENT;
  }

  public synchronized PostgresServer postgres() {
    if (postgres == null) {
      postgres = closedAtTheEnd(new PostgresServer(Workplace.emptied("postgres")));
    }
    postgres.start();
    return postgres;
  }

  public synchronized SandboxServer sandbox() {
    if (sandbox == null) {
      sandbox = closedAtTheEnd(new SandboxServer());
    }
    return sandbox;
  }

  public synchronized TraceCollector collector() {
    if (collector == null) {
      collector = closedAtTheEnd(new TraceCollector());
    }
    return collector;
  }

  public synchronized Browser browser() {
    if (browser == null) {
      browser = closedAtTheEnd(new Browser());
    }
    return browser;
  }

  /** Notes the tokens of the sandbox, if there is one. */
  public synchronized void rememberTokens() {
    if (sandbox != null) {
      sandbox.rememberTokens();
    }
  }

  /** Every database that was created so far. */
  public synchronized List<Database> databases() {
    return postgres == null ? List.of() : postgres.databases();
  }

  /** The Payara Micro that all journeys use: ready, with a database of its own. */
  public synchronized BridgeServer payaraMicro() {
    return servers.computeIfAbsent(
        "payara-micro",
        name -> {
          Database database = postgres().create("journeys");
          PayaraMicro kind = new PayaraMicro();
          return closedAtTheEnd(
                  BridgeServer.prepared(
                      name,
                      kind,
                      kind.archive(),
                      BridgeSettings.fresh(name, database)
                          .with("BRIDGE_OUTBOX_RETRY_SCHEDULE", QUICK_RETRIES)
                          .with("BRIDGE_READING_DIRECT_INTERVAL", "PT1S")
                          .with("BRIDGE_TRACES_ENDPOINT", collector().endpoint())
                          .with(
                              "BRIDGE_PLAID_LINK_SCRIPT_URL", sandbox().sandbox().linkScriptUrl())))
              .start()
              .awaitReady();
        });
  }

  /** Something to close when the run ends, before everything that was opened earlier. */
  public synchronized <T extends AutoCloseable> T closedAtTheEnd(T closeable) {
    toClose.push(closeable);
    return closeable;
  }

  synchronized void close() {
    while (!toClose.isEmpty()) {
      try {
        toClose.pop().close();
      } catch (Exception e) {
        System.getLogger(TestRun.class.getName())
            .log(System.Logger.Level.WARNING, "could not be closed", e);
      }
    }
  }
}
