package io.heronbridge.sandbox.heron;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Answer;
import io.heronbridge.sandbox.http.Handler;
import io.heronbridge.sandbox.http.Json;
import io.heronbridge.sandbox.http.Request;
import io.heronbridge.sandbox.http.Router;
import io.heronbridge.sandbox.memory.MemoryJson;
import io.heronbridge.sandbox.plaid.PlaidSimulator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;

/** Heron's API and webhook URL below one path prefix, with everything it remembers. */
public final class HeronSimulator implements Handler {
  private static final String API = "/heron/api";
  private static final String WEBHOOKS = "/heron/webhooks/plaid/{id}";
  private final HeronSettings settings = new HeronSettings();
  private final EndUsers endUsers = new EndUsers();
  private final SandboxIntegrationLinks links = new SandboxIntegrationLinks();
  private final RateWindow calls = new RateWindow();
  private final IntegrationEndpoints integrations;
  private final HeronCallbacks callbacks;
  private final LinkLife life;
  private final LinkEndpoints linkEndpoints;
  private final WebhookReceiver receiver;
  private final Router api;
  private final Router open;

  /** The simulated Plaid is what this Heron reads from, at the given address. */
  public HeronSimulator(ScheduledExecutorService timer, PlaidSimulator plaid, String plaidUrl) {
    this.integrations = new IntegrationEndpoints(settings, plaidUrl);
    this.callbacks = new HeronCallbacks(timer, settings);
    this.life = new LinkLife(timer, settings, plaid.items(), callbacks::reportError);
    this.linkEndpoints = new LinkEndpoints(settings, integrations, endUsers, links, life);
    this.receiver = new WebhookReceiver(settings, links, life, plaid.keys());
    this.open =
        new Router(HeronSimulator::unknownPath)
            .post(WEBHOOKS, receiver)
            .get(API + "/hello_world", request -> hello());
    this.api = new Router(this::noSuchCall);
    addLinkRoutes();
    addEndUserRoutes();
    addAccountRoutes();
  }

  private void addLinkRoutes() {
    api.get(API + "/integrations", integrations::list)
        .post(API + "/integrations", integrations::create)
        .put(API + "/integrations/{id}", integrations::update)
        .post(API + "/integrations/{id}/links", linkEndpoints::create)
        .get(API + "/integrations/{id}/links", linkEndpoints::list)
        .delete(API + "/integrations/{id}/links", linkEndpoints::delete)
        .put(API + "/integrations/{id}/links", linkEndpoints::refreshAssetReports)
        .post(API + "/integrations/{id}/links/{item}/refresh", linkEndpoints::refresh)
        .put(API + "/integration_links/{item}", linkEndpoints::updateToken)
        .get(API + "/end_users/{id}/integration_links", linkEndpoints::listOfEndUser);
  }

  private void addEndUserRoutes() {
    EndUserEndpoints users = new EndUserEndpoints(endUsers, links);
    api.post(API + "/end_users", users::create)
        .put(API + "/end_users", users::update)
        .get(API + "/end_users", users::list)
        .get(API + "/end_users/{id}", users::get)
        .delete(API + "/end_users/{id}", users::deleteNow)
        .post(API + "/end_users/{id}/delete", users::deleteLater)
        .get(API + "/end_users/{id}/processing_status", users::processingStatus)
        .get(API + "/end_users/{id}/data_sources", users::dataSources);
  }

  private void addAccountRoutes() {
    api.get(API + "/hello_world/authenticated", request -> hello())
        .get(API + "/webhooks/topics", callbacks::topics)
        .get(API + "/webhooks", callbacks::list)
        .post(API + "/webhooks", callbacks::subscribe)
        .put(API + "/webhooks/{id}", callbacks::change)
        .delete(API + "/webhooks/{id}", callbacks::unsubscribe);
  }

  private static Answer hello() {
    return Answer.json(200, Json.object("hello", "world"));
  }

  private Answer noSuchCall(Request request) {
    return api.knows(request.path())
        ? HeronRefusal.of(405, "The method is not allowed for the requested URL.").answer()
        : unknownPath(request);
  }

  private static Answer unknownPath(Request request) {
    return HeronRefusal.of(404, "The requested URL was not found").answer();
  }

  @Override
  public Answer handle(Request request) {
    try {
      if (request.body().length > settings.number(HeronSettings.MAX_BODY_BYTES)) {
        throw HeronRefusal.of(413, "The body is too large");
      }
      return open.knows(request.path()) ? open.handle(request) : guarded(request);
    } catch (HeronRefusal refusal) {
      return refusal.answer();
    }
  }

  private Answer guarded(Request request) {
    RateWindow.Verdict verdict =
        calls.admit(settings.number(HeronSettings.RATE_LIMIT), Instant.now());
    Answer answer =
        verdict.allowed()
            ? admitted(request)
            : HeronRefusal.of(429, verdict.limit() + " per 1 minute").answer();
    return answer.with(verdict.headers()).with(answer.headers());
  }

  private Answer admitted(Request request) {
    try {
      authenticate(request);
      return api.handle(request);
    } catch (HeronRefusal refusal) {
      return refusal.answer();
    }
  }

  private void authenticate(Request request) {
    if (settings.on(HeronSettings.IP_BLOCKED)) {
      throw HeronRefusal.of(403, "This address is not on the account's list");
    }
    boolean byKey = request.header("x-api-key").orElse("").equals(HeronCredentials.API_KEY);
    boolean byBasic =
        settings.on(HeronSettings.BASIC_AUTH)
            && request.header("Authorization").orElse("").equals(basic());
    if (!byKey && !byBasic) {
      throw HeronRefusal.of(401, "The API key is missing or not valid");
    }
  }

  private static String basic() {
    byte[] plain = (":" + HeronCredentials.API_KEY).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(plain);
  }

  public HeronSettings settings() {
    return settings;
  }

  public SandboxIntegrationLinks links() {
    return links;
  }

  /** The webhooks that reached Heron's webhook URL. */
  public ReceivedRelays relays() {
    return receiver.relays();
  }

  /** Heron's own outgoing webhooks. */
  public HeronCallbacks callbacks() {
    return callbacks;
  }

  /** Puts a link into a state by hand; erring also sends Heron's own webhook. */
  public void setStatus(SandboxIntegrationLink link, LinkStatus status, String message) {
    switch (status) {
      case ERRORING -> {
        link.failed(message);
        callbacks.reportError(link);
      }
      case ACTIVE -> link.synced();
      default -> link.move(status);
    }
  }

  /** The link is gone, as if somebody at Heron had deleted it. */
  public void delete(SandboxIntegrationLink link) {
    // What is still planned for it leaves a disabled link alone.
    link.move(LinkStatus.SYNC_DISABLED);
    links.removeAll(List.of(link));
  }

  /** What the next run is to know. */
  public JsonObject remember() {
    return Json.object(
        "settings", settings.switches().changes(),
        "integrations", integrations.remember(),
        "subscriptions", callbacks.remember(),
        "end_users", endUsers.all().stream().map(MemoryJson::write).toList(),
        "links", links.all().stream().map(SandboxIntegrationLink::remember).toList());
  }

  /** Links that were on their way when the last run ended go on from there. */
  public void recall(JsonObject memory) {
    settings.switches().apply(memory.getAsJsonObject("settings"));
    integrations.recall(memory.getAsJsonObject("integrations"));
    callbacks.recall(memory.getAsJsonObject("subscriptions"));
    endUsers.recall(MemoryJson.list(memory, "end_users", EndUser.class));
    for (SandboxIntegrationLink link :
        MemoryJson.list(memory, "links", SandboxIntegrationLink.class)) {
      links.addIfAbsent(link);
      if (link.status() == LinkStatus.PENDING || link.status() == LinkStatus.SYNCING) {
        life.begin(link);
      }
    }
  }

  /** Forgets everything and returns to the defaults. */
  public void clear() {
    settings.switches().reset();
    links.clear();
    endUsers.clear();
    calls.clear();
    integrations.reset();
    callbacks.clear();
    linkEndpoints.clear();
    receiver.relays().clear();
  }
}
