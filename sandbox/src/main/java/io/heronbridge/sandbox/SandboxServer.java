package io.heronbridge.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.heronbridge.sandbox.fault.FaultEffect;
import io.heronbridge.sandbox.fault.FaultInjector;
import io.heronbridge.sandbox.fault.FaultPlan;
import io.heronbridge.sandbox.http.Answer;
import io.heronbridge.sandbox.http.Exchange;
import io.heronbridge.sandbox.http.Handler;
import io.heronbridge.sandbox.http.Request;
import io.heronbridge.sandbox.record.RequestLog;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes every request: writes it down, spoils it if planned, and lets its service answer. */
final class SandboxServer implements HttpHandler {
  private static final System.Logger LOG = System.getLogger(SandboxServer.class.getName());
  private static final Set<String> RECORDED = Set.of("plaid", "heron", "lender", "link");
  private final Map<String, Handler> services;
  private final Handler page;
  private final RequestLog log;
  private final FaultPlan faults;
  private final FaultInjector injector;

  SandboxServer(
      Map<String, Handler> services,
      Handler page,
      RequestLog log,
      FaultPlan faults,
      FaultInjector injector) {
    this.services = services;
    this.page = page;
    this.log = log;
    this.faults = faults;
    this.injector = injector;
  }

  @Override
  public void handle(HttpExchange http) {
    Exchange exchange = new Exchange(http);
    try {
      serve(exchange, exchange.read());
    } catch (IOException gone) {
      LOG.log(System.Logger.Level.DEBUG, "client left before the answer");
      exchange.drop();
    }
  }

  private void serve(Exchange exchange, Request request) throws IOException {
    Handler service = services.getOrDefault(request.service(), page);
    if (!RECORDED.contains(request.service())) {
      exchange.send(perform(service, request));
      return;
    }
    long entry = log.begin(request);
    Optional<FaultEffect> fault = faults.take(request);
    if (fault.isEmpty()) {
      Answer answer = perform(service, request);
      log.answered(entry, answer.status());
      exchange.send(answer);
      return;
    }
    log.spoiled(entry, fault.get().type().word());
    Handler work = spoiled -> perform(service, spoiled);
    injector.inject(fault.get(), request, work, exchange, status -> log.answered(entry, status));
  }

  private static Answer perform(Handler service, Request request) {
    try {
      return service.handle(request);
    } catch (RuntimeException defect) {
      LOG.log(System.Logger.Level.ERROR, () -> "sandbox defect at " + request.path(), defect);
      return Answer.refusal(500, "defect of the sandbox: " + defect);
    }
  }
}
