package io.heronbridge.sandbox.control;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Answer;
import io.heronbridge.sandbox.http.Handler;
import io.heronbridge.sandbox.http.Json;
import io.heronbridge.sandbox.http.Request;
import io.heronbridge.sandbox.http.Router;
import io.heronbridge.sandbox.http.StaticFile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** The sandbox's own pages. Their forms make the same calls as programs do, and work unscripted. */
public final class ControlPages implements Handler {
  private static final Map<String, String> OWN_PARTS_ONLY =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
              + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
          "Referrer-Policy",
          "no-referrer");
  private static final int SEE_OTHER = 303;
  private final ControlApi api;
  private final ItemPage items;
  private final BehaviourPage behaviour;
  private final Router router = new Router(request -> Answer.refusal(404, "no such page"));

  public ControlPages(ControlState state, ControlApi api) {
    this.api = api;
    this.items = new ItemPage(state);
    this.behaviour = new BehaviourPage(state);
    router
        .get("/", file("overview.html", OWN_PARTS_ONLY))
        .get("/overview.css", file("overview.css", Map.of()))
        .get("/overview.js", file("overview.js", Map.of()))
        .get("/items/{id}", request -> item(request, 200, ""))
        .post("/items/{id}/event", this::happen)
        .post("/items/{id}/webhook", this::sendWebhook)
        .post("/items/{id}/link", this::changeLink)
        .post("/items/{id}/callback", this::sendCallback);
    for (String service : List.of("heron", "plaid")) {
      router
          .get("/behaviour/" + service, request -> behaviour(service, request, 200, ""))
          .post("/behaviour/" + service + "/condition", request -> condition(service, request))
          .post("/behaviour/" + service + "/settings", request -> settings(service, request));
    }
  }

  private static StaticFile file(String name, Map<String, String> headers) {
    return new StaticFile(ControlPages.class, name, headers);
  }

  @Override
  public Answer handle(Request request) {
    return router.handle(request);
  }

  private Answer item(Request request, int status, String problem) {
    return items
        .show(request.variable("id"), request.queryValue("done").orElse(""), problem)
        .map(page -> page(status, page))
        .orElseGet(() -> page(404, Template.of("no-item.html").fill()));
  }

  private Answer behaviour(String service, Request request, int status, String problem) {
    String done = request.queryValue("done").orElse("");
    return page(status, behaviour.show(service, done, problem));
  }

  private static Answer page(int status, String text) {
    return Answer.text(status, "text/html; charset=utf-8", text)
        .with("Cache-Control", "no-store")
        .with("X-Content-Type-Options", "nosniff")
        .with(OWN_PARTS_ONLY);
  }

  private Answer happen(Request request) {
    return onItem(
        request,
        form -> {
          String event = form.value("event").orElse("");
          JsonObject order = Json.object("webhook", !form.isTicked("silently"));
          return new Call("POST", plaidItem(request) + "/" + event, order, event);
        });
  }

  private static String plaidItem(Request request) {
    return "/control/plaid/items/" + request.variable("id");
  }

  private Answer sendWebhook(Request request) {
    return onItem(
        request,
        form -> {
          String code = form.value("free_code").or(() -> form.value("webhook_code")).orElse("");
          JsonObject order =
              Json.object(
                  "item_id", request.variable("id"),
                  "webhook_code", code,
                  "happens", form.isTicked("happens"));
          form.copy(order, "webhook_type", "signature");
          form.copyNumber(order, "age_seconds");
          return new Call("POST", "/control/plaid/webhooks", order, "sent " + code);
        });
  }

  private Answer changeLink(Request request) {
    return onItem(
        request,
        form -> {
          String path = "/control/heron/links/" + request.variable("id");
          String wish = form.value("wish").orElse("");
          if (wish.equals("delete")) {
            return new Call("DELETE", path, new JsonObject(), "link deleted at Heron");
          }
          JsonObject order = new JsonObject();
          form.copy(order, "status", "status_message");
          if (wish.equals("disable")) {
            order.addProperty("status", "sync_disabled");
          }
          return new Call("POST", path, order, "status set");
        });
  }

  private Answer sendCallback(Request request) {
    return onItem(
        request,
        form -> {
          JsonObject order = Json.object("item_id", request.variable("id"));
          form.copy(order, "url", "topic", "signature");
          return new Call("POST", "/control/heron/callbacks", order, "sent Heron's webhook");
        });
  }

  private Answer condition(String service, Request request) {
    Form form = Form.of(request);
    return carryOut(
        () -> {
          JsonObject order = new JsonObject();
          form.copy(order, "condition");
          form.copyNumber(order, "delay_ms");
          form.copyNumber(order, "retry_after");
          return new Call("POST", "/control/" + service + "/condition", order, "condition changed");
        },
        "/behaviour/" + service,
        problem -> behaviour(service, request, 422, problem));
  }

  /** A call to the control interface, and what is said when it was made. */
  private record Call(String method, String path, JsonElement body, String done) {
    Request request() {
      return new Request(method, path, Map.of(), Map.of(), Json.bytes(body), Map.of());
    }
  }

  private Answer onItem(Request request, Function<Form, Call> call) {
    Form form = Form.of(request);
    return carryOut(
        () -> call.apply(form),
        "/items/" + request.variable("id"),
        problem -> item(request, 422, problem));
  }

  private Answer carryOut(Supplier<Call> making, String back, Function<String, Answer> refused) {
    Call call;
    try {
      call = making.get();
    } catch (IllegalArgumentException wrong) {
      return refused.apply(wrong.getMessage());
    }
    Answer answer = api.handle(call.request());
    if (answer.status() >= 400) {
      String body = new String(answer.body(), StandardCharsets.UTF_8);
      return refused.apply(
          Json.parseObject(body).flatMap(json -> Json.text(json, "error")).orElse(body));
    }
    String done = URLEncoder.encode(call.done().replace('_', ' '), StandardCharsets.UTF_8);
    return Answer.empty(SEE_OTHER).with("Location", back + "?done=" + done);
  }

  private Answer settings(String service, Request request) {
    return carryOut(
        () ->
            new Call(
                "POST",
                "/control/" + service + "/settings",
                behaviour.changes(service, Form.of(request)),
                "settings changed"),
        "/behaviour/" + service,
        problem -> behaviour(service, request, 422, problem));
  }
}
