package io.heronbridge.sandbox;

import com.sun.net.httpserver.HttpServer;
import io.heronbridge.sandbox.control.ControlApi;
import io.heronbridge.sandbox.control.ControlPages;
import io.heronbridge.sandbox.control.ControlState;
import io.heronbridge.sandbox.fault.FaultInjector;
import io.heronbridge.sandbox.fault.FaultPlan;
import io.heronbridge.sandbox.heron.HeronCredentials;
import io.heronbridge.sandbox.heron.HeronSimulator;
import io.heronbridge.sandbox.http.Handler;
import io.heronbridge.sandbox.lender.LenderSimulator;
import io.heronbridge.sandbox.link.LinkDialog;
import io.heronbridge.sandbox.link.LinkFlow;
import io.heronbridge.sandbox.memory.MemoryFile;
import io.heronbridge.sandbox.plaid.PlaidCredentials;
import io.heronbridge.sandbox.plaid.PlaidSimulator;
import io.heronbridge.sandbox.record.RequestLog;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A running sandbox: Plaid, Heron, Link and the control interface on one loopback port.
 *
 * <p>The credentials are always the same: {@link #PLAID_CLIENT_ID}, {@link #PLAID_SECRET}, {@link
 * #HERON_API_KEY}, {@link #HERON_WEBHOOK_SECRET}.
 */
public final class Sandbox implements AutoCloseable {
  public static final String PLAID_CLIENT_ID = PlaidCredentials.CLIENT_ID;
  public static final String PLAID_SECRET = PlaidCredentials.SECRET;
  public static final String HERON_API_KEY = HeronCredentials.API_KEY;
  public static final String HERON_INTEGRATION = HeronCredentials.INTEGRATION;
  public static final String HERON_WEBHOOK_SECRET = HeronCredentials.WEBHOOK_SECRET;

  private static final String HOST = "127.0.0.1";
  private static final int WORKERS = 32;
  private static final int TIMER_THREADS = 8;
  private static final int BACKLOG = 1024;
  private static final System.Logger LOG = System.getLogger(Sandbox.class.getName());
  private static final int KEEP_SECONDS = 1;
  private final HttpServer server;
  private final ExecutorService workers;
  private final ScheduledExecutorService timer;
  private final ControlState state;
  private final ControlApi control;
  private Runnable keeping = () -> {};

  private Sandbox(HttpServer server) {
    this.server = server;
    this.workers = Executors.newFixedThreadPool(WORKERS, threads("sandbox-worker"));
    this.timer = Executors.newScheduledThreadPool(TIMER_THREADS, threads("sandbox-timer"));
    PlaidSimulator plaid = new PlaidSimulator(timer, baseUrl() + "/link");
    HeronSimulator heron = new HeronSimulator(timer, plaid, plaidUrl());
    this.state =
        new ControlState(
            new FaultPlan(),
            new RequestLog(),
            plaid,
            heron,
            new LinkFlow(plaid),
            new LenderSimulator());
    this.control = new ControlApi(state);
  }

  /** Starts on this port, or on any free one when it is 0. */
  public static Sandbox start(int port) throws IOException {
    Sandbox sandbox = new Sandbox(open(port));
    sandbox.serve();
    return sandbox;
  }

  private static HttpServer open(int port) throws IOException {
    // Read once by the JDK's server; without it small answers wait for the client's
    // acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    return HttpServer.create(new InetSocketAddress(HOST, port), BACKLOG);
  }

  /** As above, and keeps what it knows in a file from which the next run takes it up. */
  public static Sandbox start(int port, Path memory) throws IOException {
    Sandbox sandbox = new Sandbox(open(port));
    sandbox.keepIn(new MemoryFile(memory));
    sandbox.serve();
    return sandbox;
  }

  private void keepIn(MemoryFile file) {
    if (!file.load(control::recall)) {
      state.reset();
    }
    keeping = () -> file.save(control::remember);
    timer.scheduleWithFixedDelay(this::keep, KEEP_SECONDS, KEEP_SECONDS, TimeUnit.SECONDS);
  }

  /** A failed attempt must not end the schedule. */
  private void keep() {
    try {
      keeping.run();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "the sandbox's state was not kept this time", e);
    }
  }

  private void serve() {
    Map<String, Handler> services =
        Map.of(
            "plaid",
            state.plaid(),
            "heron",
            state.heron(),
            "lender",
            state.lender(),
            "link",
            new LinkDialog(state.link()),
            "control",
            control);
    SandboxServer front =
        new SandboxServer(
            services,
            new ControlPages(state, control),
            state.requests(),
            state.faults(),
            new FaultInjector(timer));
    server.createContext("/", front);
    server.setExecutor(workers);
    server.start();
  }

  private static ThreadFactory threads(String name) {
    AtomicInteger count = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public String baseUrl() {
    return "http://%s:%d".formatted(HOST, port());
  }

  /** The base URL for Plaid's API. */
  public String plaidUrl() {
    return baseUrl() + "/plaid";
  }

  /** The base URL below which Heron's {@code /api} lies. */
  public String heronUrl() {
    return baseUrl() + "/heron";
  }

  /** Where links are posted, as Heron's dashboard would show it. */
  public String heronLinkUrl() {
    return heronUrl() + "/api/integrations/" + HERON_INTEGRATION + "/links";
  }

  /** Where Plaid's webhooks are passed on to, as Heron's dashboard would show it. */
  public String heronWebhookUrl() {
    return heronUrl() + "/webhooks/plaid/" + HERON_INTEGRATION;
  }

  public String linkScriptUrl() {
    return baseUrl() + LinkDialog.SCRIPT_PATH;
  }

  public FaultPlan faults() {
    return state.faults();
  }

  public RequestLog requests() {
    return state.requests();
  }

  public PlaidSimulator plaid() {
    return state.plaid();
  }

  public HeronSimulator heron() {
    return state.heron();
  }

  /** Where the lender's backend takes events. */
  public String lenderUrl() {
    return baseUrl() + LenderSimulator.PATH;
  }

  public LenderSimulator lender() {
    return state.lender();
  }

  /** Link sessions without a browser. */
  public LinkFlow link() {
    return state.link();
  }

  /** Heron refuses the first link of every item at Houndstooth Bank, and takes the second. */
  public void demoFaults() {
    control.demo();
  }

  /** As after the start, with the same address and signing keys. */
  public void reset() {
    state.reset();
  }

  @Override
  public void close() {
    server.stop(0);
    timer.shutdownNow();
    workers.shutdownNow();
    keep();
  }
}
