package io.heronbridge.sandbox.fault;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Json;
import io.heronbridge.sandbox.http.Request;
import java.util.OptionalLong;

/** A match, its effect, how many matching requests pass before it starts, and how often it acts. */
public final class FaultRule {
  private static final long FOREVER = -1;
  private final String id;
  private final FaultMatch match;
  private final FaultEffect effect;
  private long toSkip;
  private long turnsLeft;
  private long used;

  private FaultRule(String id, FaultMatch match, FaultEffect effect, long skip, long turns) {
    this.id = id;
    this.match = match;
    this.effect = effect;
    this.toSkip = skip;
    this.turnsLeft = turns;
  }

  static FaultRule limited(String id, FaultMatch match, FaultEffect effect, long times) {
    return new FaultRule(id, match, effect, 0, times);
  }

  static FaultRule lasting(String id, FaultMatch match, FaultEffect effect) {
    return new FaultRule(id, match, effect, 0, FOREVER);
  }

  static FaultRule parse(String id, JsonObject json) {
    JsonFields.allow(json, "match", "effect", "times", "skip");
    return new FaultRule(
        id,
        FaultMatch.parse(JsonFields.object(json, "match")),
        FaultEffect.parse(JsonFields.object(json, "effect")),
        Json.has(json, "skip") ? json.get("skip").getAsLong() : 0,
        Json.has(json, "times") ? json.get("times").getAsLong() : FOREVER);
  }

  public String id() {
    return id;
  }

  FaultEffect effect() {
    return effect;
  }

  /** Spends one turn when the request matches; the request is then this rule's. */
  synchronized boolean claims(Request request) {
    if (turnsLeft == 0 || !match.matches(request)) {
      return false;
    }
    if (toSkip > 0) {
      toSkip--;
      return false;
    }
    if (turnsLeft != FOREVER) {
      turnsLeft--;
    }
    used++;
    return true;
  }

  /** How many requests this rule has acted on. */
  public synchronized long used() {
    return used;
  }

  private synchronized OptionalLong remaining() {
    return turnsLeft == FOREVER ? OptionalLong.empty() : OptionalLong.of(turnsLeft);
  }

  JsonObject toJson() {
    OptionalLong left = remaining();
    return Json.object(
        "id", id,
        "match", match.toJson(),
        "effect", effect.toJson(),
        "times", left.isPresent() ? left.getAsLong() : null,
        "used", used());
  }
}
