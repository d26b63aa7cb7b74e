package io.heronbridge.sandbox.control;

import io.heronbridge.sandbox.fault.FaultEffect;
import io.heronbridge.sandbox.fault.FaultMatch;
import io.heronbridge.sandbox.fault.FaultPlan;
import io.heronbridge.sandbox.fault.FaultRule;
import io.heronbridge.sandbox.http.Json;
import io.heronbridge.sandbox.http.Request;
import io.heronbridge.sandbox.plaid.Institution;
import io.heronbridge.sandbox.plaid.SandboxItem;
import io.heronbridge.sandbox.plaid.SandboxItems;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A failure for newcomers to find and mend: Heron refuses the first link of every item at
 * Houndstooth Bank and takes the second.
 */
public final class DemoPlan {
  private final SandboxItems items;
  private final Set<String> refused = ConcurrentHashMap.newKeySet();

  public DemoPlan(SandboxItems items) {
    this.items = items;
  }

  /** The items that were refused once already, for the next run. */
  List<String> remember() {
    return List.copyOf(refused);
  }

  void recall(List<String> known) {
    refused.addAll(known);
  }

  public FaultRule addTo(FaultPlan plan) {
    FaultMatch match =
        FaultMatch.of("heron", "^/heron/api/integrations/[^/]+/links$")
            .method("POST")
            .when(this::isFirstOfHoundstooth);
    return plan.always(match, FaultEffect.status(422, envelope()));
  }

  private boolean isFirstOfHoundstooth(Request request) {
    Optional<SandboxItem> item =
        request.json().flatMap(json -> Json.text(json, "item_id")).flatMap(items::find);
    return item.isPresent()
        && item.get().institution().equals(Institution.HOUNDSTOOTH)
        && refused.add(item.get().itemId());
  }

  private static String envelope() {
    List<String> problem = List.of("Demonstration: refused this once. Send it again.");
    return new String(
        Json.bytes(
            Json.object(
                "code",
                422,
                "description",
                Json.object("json", Json.object("item_id", problem)),
                "name",
                "Unprocessable Entity")),
        StandardCharsets.UTF_8);
  }
}
