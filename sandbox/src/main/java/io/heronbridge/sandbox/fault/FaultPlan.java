package io.heronbridge.sandbox.fault;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Request;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** The rules in force, in the order in which they were added. */
public final class FaultPlan {
  private final List<FaultRule> rules = new CopyOnWriteArrayList<>();
  private final AtomicLong ids = new AtomicLong();

  /** Acts on every matching request until it is removed. */
  public FaultRule always(FaultMatch match, FaultEffect effect) {
    return keep(FaultRule.lasting(nextId(), match, effect));
  }

  /** Acts on the next matching requests, as many as told. */
  public FaultRule next(int times, FaultMatch match, FaultEffect effect) {
    return keep(FaultRule.limited(nextId(), match, effect, times));
  }

  /** Acts on every matching request, before all other rules, until it is removed by its name. */
  public void first(String name, FaultMatch match, FaultEffect effect) {
    rules.add(0, FaultRule.lasting(name, match, effect));
  }

  /** The ids and names of the rules in force. */
  public List<String> ids() {
    return rules.stream().map(FaultRule::id).toList();
  }

  /** Adds a rule in its JSON form. */
  public FaultRule add(JsonObject json) {
    return keep(FaultRule.parse(nextId(), json));
  }

  private String nextId() {
    return "flt_" + ids.incrementAndGet();
  }

  private FaultRule keep(FaultRule rule) {
    rules.add(rule);
    return rule;
  }

  public boolean remove(String id) {
    return rules.removeIf(rule -> rule.id().equals(id));
  }

  public void clear() {
    rules.clear();
  }

  /** The effect for this request, if any; one turn of its rule is spent. */
  public Optional<FaultEffect> take(Request request) {
    return rules.stream().filter(rule -> rule.claims(request)).findFirst().map(FaultRule::effect);
  }

  public List<JsonObject> toJson() {
    return rules.stream().map(FaultRule::toJson).toList();
  }
}
