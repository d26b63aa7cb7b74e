package io.heronbridge.sandbox.control;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.heronbridge.sandbox.fault.FaultEffect;
import io.heronbridge.sandbox.fault.FaultMatch;
import io.heronbridge.sandbox.fault.FaultPlan;
import io.heronbridge.sandbox.heron.HeronSettings;
import io.heronbridge.sandbox.http.Answer;
import io.heronbridge.sandbox.http.Json;
import io.heronbridge.sandbox.http.Request;
import io.heronbridge.sandbox.http.Router;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts a whole service into a condition. It is a planned fault that comes before all others, so
 * clearing the faults ends it too.
 */
final class ConditionControl {
  private static final int USUAL_DELAY_MS = 5_000;
  private static final int USUAL_WAIT_SECONDS = 5;
  private final FaultPlan faults;
  private final HeronSettings heron;

  ConditionControl(FaultPlan faults, HeronSettings heron) {
    this.faults = faults;
    this.heron = heron;
  }

  void addTo(Router router) {
    for (String service : List.of("plaid", "heron")) {
      String path = "/control/" + service + "/condition";
      router.get(path, request -> show(service)).post(path, request -> change(service, request));
    }
  }

  private Answer show(String service) {
    return Answer.json(
        200,
        Json.object(
            "condition",
            present(faults, service).word(),
            "known",
            Stream.of(Condition.values()).map(Condition::word).toList()));
  }

  /** The condition that holds now. */
  static Condition present(FaultPlan faults, String service) {
    List<String> names = faults.ids();
    return Stream.of(Condition.values())
        .filter(condition -> names.contains(condition.ruleOf(service)))
        .findFirst()
        .orElse(Condition.NORMAL);
  }

  private Answer change(String service, Request request) {
    JsonObject order = ControlBody.of(request);
    Condition next = Condition.of(ControlBody.text(order, "condition"));
    Optional<FaultEffect> effect = effect(service, next, order);
    for (Condition former : Condition.values()) {
      faults.remove(former.ruleOf(service));
    }
    effect.ifPresent(found -> faults.first(next.ruleOf(service), match(service, next), found));
    if (next == Condition.NORMAL && service.equals("heron")) {
      heron.switches().set(HeronSettings.WEBHOOK_CHECK, "lenient");
    }
    return show(service);
  }

  /** Keys and limits concern Heron's API only: its webhook URL needs no key. */
  private static FaultMatch match(String service, Condition condition) {
    boolean everywhere =
        service.equals("plaid") || condition == Condition.SLOW || condition == Condition.DOWN;
    return FaultMatch.of(service, everywhere ? "^/" + service + "/" : "^/heron/api/");
  }

  private static Optional<FaultEffect> effect(
      String service, Condition condition, JsonObject order) {
    long delay = ControlBody.number(order, "delay_ms", USUAL_DELAY_MS);
    long wait = ControlBody.number(order, "retry_after", USUAL_WAIT_SECONDS);
    if (delay < 0 || wait < 0) {
      throw new IllegalArgumentException("delay_ms and retry_after must not be negative");
    }
    boolean isHeron = service.equals("heron");
    return switch (condition) {
      case SLOW -> Optional.of(FaultEffect.delay(Duration.ofMillis(delay)));
      case DOWN -> Optional.of(isHeron ? heronDown() : plaidDown());
      case LIMITED -> Optional.of(isHeron ? heronLimit(wait) : plaidLimit());
      case KEY_REFUSED -> Optional.of(isHeron ? heronKey() : plaidKey());
      default -> Optional.empty();
    };
  }

  private static FaultEffect heronDown() {
    return heron(503, "Service Unavailable", "The service is unavailable");
  }

  private static FaultEffect heronLimit(long wait) {
    Instant reset = Instant.now().plusSeconds(wait);
    return heron(429, "Too Many Requests", "500 per 1 minute")
        .withHeaders(
            Map.of(
                "Retry-After",
                Long.toString(wait),
                "X-RateLimit-Limit",
                "500",
                "X-RateLimit-Remaining",
                "0",
                "X-RateLimit-Reset",
                Long.toString(reset.getEpochSecond())));
  }

  private static FaultEffect heronKey() {
    return heron(401, "Unauthorized", "The API key is missing or not valid");
  }

  private static FaultEffect heron(int status, String name, String description) {
    return effect(status, Json.object("code", status, "description", description, "name", name));
  }

  private static FaultEffect plaidDown() {
    return plaid(500, "API_ERROR", "INTERNAL_SERVER_ERROR", "an unexpected error occurred");
  }

  private static FaultEffect plaidLimit() {
    return plaid(429, "RATE_LIMIT_EXCEEDED", "RATE_LIMIT", "rate limit exceeded, try again later");
  }

  private static FaultEffect plaidKey() {
    return plaid(400, "INVALID_INPUT", "INVALID_API_KEYS", "invalid client_id or secret provided");
  }

  private static FaultEffect plaid(int status, String type, String code, String message) {
    return effect(
        status,
        Json.object(
            "display_message",
            null,
            "documentation_url",
            "https://plaid.com/docs/?ref=error#" + code,
            "error_code",
            code,
            "error_message",
            message,
            "error_type",
            type,
            "request_id",
            "sandboxcondition",
            "suggested_action",
            null));
  }

  private static FaultEffect effect(int status, JsonElement body) {
    return FaultEffect.status(status, new String(Json.bytes(body), StandardCharsets.UTF_8));
  }
}
