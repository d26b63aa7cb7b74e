package io.heronbridge.sandbox.link;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Answer;
import io.heronbridge.sandbox.http.Handler;
import io.heronbridge.sandbox.http.Json;
import io.heronbridge.sandbox.http.Request;
import io.heronbridge.sandbox.http.Router;
import io.heronbridge.sandbox.http.StaticFile;
import io.heronbridge.sandbox.plaid.Account;
import io.heronbridge.sandbox.plaid.Institution;
import io.heronbridge.sandbox.plaid.LinkToken;
import io.heronbridge.sandbox.plaid.LinkedItem;
import io.heronbridge.sandbox.plaid.PlaidError;
import io.heronbridge.sandbox.plaid.PlaidRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Serves the script that pages load, the dialog it opens, and the calls that the dialog makes. */
public final class LinkDialog implements Handler {
  /** Where the stand-in for Plaid's script lies, below the sandbox's address. */
  public static final String SCRIPT_PATH = "/link/v2/stable/link-initialize.js";

  private static final Map<String, String> FROM_ANYWHERE =
      Map.of(
          "Access-Control-Allow-Origin", "*",
          "Cross-Origin-Resource-Policy", "cross-origin");
  private static final Map<String, String> OWN_PARTS_ONLY =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'",
          "Referrer-Policy",
          "no-referrer");
  private final LinkFlow flow;
  private final Router router;

  public LinkDialog(LinkFlow flow) {
    this.flow = flow;
    this.router =
        new Router(request -> Answer.refusal(404, "no such page"))
            .get(SCRIPT_PATH, file("link-initialize.js", FROM_ANYWHERE))
            .get("/link/dialog", file("dialog.html", OWN_PARTS_ONLY))
            .get("/link/dialog.css", file("dialog.css", Map.of()))
            .get("/link/dialog.js", file("dialog.js", Map.of()))
            .get("/link/session", this::session)
            .post("/link/login", this::login)
            .post("/link/oauth", this::oauth)
            .post("/link/complete", this::complete);
  }

  private static StaticFile file(String name, Map<String, String> headers) {
    return new StaticFile(LinkDialog.class, name, headers);
  }

  @Override
  public Answer handle(Request request) {
    try {
      return router.handle(request);
    } catch (PlaidRefusal refusal) {
      PlaidError error = refusal.error();
      return Answer.json(
          error.status(), Json.object("error", error.toJson(UUID.randomUUID().toString())));
    }
  }

  private Answer session(Request request) {
    LinkToken token = flow.token(request.queryValue("link_token").orElse(""));
    Optional<String> state = request.queryValue("oauth_state_id");
    JsonObject answer =
        Json.object(
            "application", token.shownName(),
            "mode", token.isUpdate() ? "update" : "create",
            "redirects", token.redirectUri().isPresent(),
            "chooses_accounts", !token.isUpdate() || token.choosesAccounts(),
            "institutions", Institution.all().stream().map(LinkDialog::choice).toList(),
            "institution", token.updates().map(item -> choice(item.institution())),
            "link_session_id", flow.sessionId(token));
    state
        .map(id -> flow.returnFromBank(token, id))
        .ifPresent(
            signIn -> {
              answer.add("institution", choice(signIn.institution()));
              answer.add("signed_in", signedIn(signIn));
            });
    return Answer.json(200, answer);
  }

  private static JsonObject choice(Institution institution) {
    JsonObject json = institution.brief();
    json.addProperty("oauth", institution.oauth());
    return json;
  }

  private static JsonObject signedIn(LinkFlow.SignIn signIn) {
    List<JsonObject> offers = signIn.offers().stream().map(Account.Kind::offer).toList();
    return Json.object("sign_in_id", signIn.id(), "accounts", offers);
  }

  private Answer login(Request request) {
    JsonObject body = body(request);
    LinkToken token = flow.token(text(body, "link_token"));
    LinkFlow.SignIn signIn =
        flow.signIn(
            token, text(body, "institution_id"), text(body, "username"), text(body, "password"));
    return Answer.json(200, signedIn(signIn));
  }

  private Answer oauth(Request request) {
    JsonObject body = body(request);
    LinkToken token = flow.token(text(body, "link_token"));
    String address = flow.visitBank(token, text(body, "institution_id"));
    return Answer.json(200, Json.object("redirect", address));
  }

  private Answer complete(Request request) {
    JsonObject body = body(request);
    LinkedItem linked = flow.complete(text(body, "sign_in_id"), kinds(body));
    return Answer.json(
        200, Json.object("public_token", linked.publicToken(), "metadata", linked.metadata()));
  }

  private static List<Account.Kind> kinds(JsonObject body) {
    List<Account.Kind> kinds = new ArrayList<>();
    if (body.has("accounts") && body.get("accounts").isJsonArray()) {
      for (JsonElement key : body.getAsJsonArray("accounts")) {
        for (Account.Kind kind : Account.Kind.values()) {
          if (Json.isText(key) && kind.word().equals(key.getAsString())) {
            kinds.add(kind);
          }
        }
      }
    }
    return kinds;
  }

  private static JsonObject body(Request request) {
    return request
        .json()
        .orElseThrow(
            () ->
                new PlaidRefusal(
                    PlaidError.invalidRequest("INVALID_BODY", "body is not a JSON object")));
  }

  private static String text(JsonObject body, String name) {
    return Json.text(body, name).orElse("");
  }
}
