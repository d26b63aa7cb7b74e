package io.heronbridge.sandbox.plaid;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Answer;
import io.heronbridge.sandbox.http.Delivery;
import io.heronbridge.sandbox.http.Handler;
import io.heronbridge.sandbox.http.Json;
import io.heronbridge.sandbox.http.Request;
import io.heronbridge.sandbox.http.Router;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;

/** Plaid's API below one path prefix, with everything it remembers. */
public final class PlaidSimulator implements Handler {
  private static final String PREFIX = "/plaid";
  private final PlaidState state;
  private final Router router = new Router(request -> refuse(notFound()));

  /** The link address is where the dialog is served. */
  public PlaidSimulator(ScheduledExecutorService timer, String linkUrl) {
    this.state = PlaidState.fresh(timer);
    TokenEndpoints tokens = new TokenEndpoints(state, linkUrl);
    ItemEndpoints items = new ItemEndpoints(state);
    ReferenceEndpoints reference = new ReferenceEndpoints(state.keys());
    SandboxEndpoints sandbox = new SandboxEndpoints(state);
    on("/link/token/create", tokens::createLinkToken);
    on("/link/token/get", tokens::getLinkToken);
    on("/item/public_token/exchange", tokens::exchange);
    on("/sandbox/public_token/create", sandbox::createPublicToken);
    on("/item/get", items::get);
    on("/item/remove", items::remove);
    on("/item/webhook/update", items::updateWebhook);
    on("/accounts/get", items::accounts);
    on("/institutions/get_by_id", reference::institution);
    on("/webhook_verification_key/get", reference::verificationKey);
    on("/sandbox/item/fire_webhook", sandbox::fireWebhook);
    on("/sandbox/item/reset_login", sandbox::resetLogin);
  }

  private void on(String path, Function<PlaidBody, JsonObject> call) {
    router.post(PREFIX + path, request -> perform(request, call));
  }

  @Override
  public Answer handle(Request request) {
    try {
      return router.handle(request);
    } catch (PlaidRefusal refusal) {
      return refuse(refusal.error());
    }
  }

  private Answer perform(Request request, Function<PlaidBody, JsonObject> call) {
    if (!request.header("Content-Type").orElse("").startsWith("application/json")) {
      throw PlaidBody.refusal("INVALID_HEADERS", "Content-Type must be application/json");
    }
    JsonObject json =
        request
            .json()
            .orElseThrow(
                () -> PlaidBody.refusal("INVALID_BODY", "body could not be parsed as JSON object"));
    authenticate(request, json);
    JsonObject answer = call.apply(new PlaidBody(json));
    answer.addProperty("request_id", Ids.requestId());
    return Answer.json(200, answer);
  }

  private static void authenticate(Request request, JsonObject json) {
    Optional<String> clientId =
        request.header("PLAID-CLIENT-ID").or(() -> Json.text(json, "client_id"));
    Optional<String> secret = request.header("PLAID-SECRET").or(() -> Json.text(json, "secret"));
    if (clientId.isEmpty() || secret.isEmpty()) {
      throw PlaidBody.refusal(
          "MISSING_FIELDS", "these required fields are missing: client_id, secret");
    }
    boolean known =
        clientId.get().equals(PlaidCredentials.CLIENT_ID)
            && secret.get().equals(PlaidCredentials.SECRET);
    if (!known) {
      throw new PlaidRefusal(
          PlaidError.invalidInput("INVALID_API_KEYS", "invalid client_id or secret provided"));
    }
  }

  private static PlaidError notFound() {
    return PlaidError.invalidRequest("NOT_FOUND", "no such endpoint").answeredWith(404);
  }

  private static Answer refuse(PlaidError error) {
    return Answer.json(error.status(), error.toJson(Ids.requestId()));
  }

  public PlaidSettings settings() {
    return state.settings();
  }

  public SigningKeys keys() {
    return state.keys();
  }

  public SandboxItems items() {
    return state.items();
  }

  public LinkTokens linkTokens() {
    return state.linkTokens();
  }

  public PlaidWebhooks webhooks() {
    return state.webhooks();
  }

  /** Ends a Link session with a new item and the public token for it. */
  public LinkedItem link(LinkToken token, Institution institution, List<Account.Kind> kinds) {
    SandboxItem item =
        new SandboxItem(
            institution, Account.of(kinds), token.products(), token.webhook().orElse(""));
    state.items().add(item);
    return finish(token, item, state.items().issuePublicToken(item));
  }

  /** Ends a Link session in update mode: the login works again, no new item comes of it. */
  public LinkedItem repair(LinkToken token, SandboxItem item) {
    return repair(token, item, token.choosesAccounts() ? item.accountsAtBank() : List.of());
  }

  /** As above, and these accounts are shared from now on; with none named, the same as before. */
  public LinkedItem repair(LinkToken token, SandboxItem item, List<Account.Kind> kinds) {
    boolean wasBroken = item.error().isPresent();
    item.heal();
    if (wasBroken) {
      state.webhooks().announceRepair(item);
    }
    if (token.choosesAccounts() && !kinds.isEmpty() && item.share(kinds)) {
      state.webhooks().announce(item);
    }
    return finish(token, item, state.items().issueUpdateToken(item));
  }

  private LinkedItem finish(LinkToken token, SandboxItem item, String publicToken) {
    String session = state.linkTokens().sessionId(token);
    LinkedItem linked = new LinkedItem(publicToken, item, session);
    state.linkTokens().spend(token);
    if (token.hosted() || state.settings().linkEvents()) {
      state.linkTokens().remember(token, linked.session());
    }
    state.webhooks().announceSession(token, publicToken, session);
    return linked;
  }

  /** Breaks the login of an item, as a changed password would, and says so by webhook. */
  public void breakLogin(SandboxItem item) {
    happen(ItemEvent.RESET_LOGIN, item, WebhookBody.inAWeek());
  }

  /** Something befalls the item, and Plaid tells the item's address. */
  public Optional<Delivery> happen(ItemEvent event, SandboxItem item, Instant consentEnd) {
    JsonObject details = event.befall(item, consentEnd);
    return state.webhooks().fire(item, WebhookBody.typeOf(event.code()), event.code(), details);
  }

  /** Something befalls the item, and nobody is told; the answer is what a webhook would add. */
  public JsonObject happenSilently(ItemEvent event, SandboxItem item, Instant consentEnd) {
    return event.befall(item, consentEnd);
  }

  /** What the next run is to know. */
  public JsonObject remember() {
    return Json.object(
        "items", state.items().remember(),
        "link_tokens", state.linkTokens().remember(),
        "settings", state.settings().switches().changes());
  }

  public void recall(JsonObject memory) {
    state.settings().switches().apply(memory.getAsJsonObject("settings"));
    state.items().recall(memory.getAsJsonObject("items"));
    state.linkTokens().recall(memory.getAsJsonObject("link_tokens"), state.items()::find);
  }

  /** Forgets everything but the keys. */
  public void clear() {
    state.items().clear();
    state.linkTokens().clear();
    state.webhooks().clear();
    state.settings().switches().reset();
  }
}
