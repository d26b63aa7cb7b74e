package io.heronbridge.sandbox.plaid;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Json;
import java.time.Instant;
import java.util.List;

/** What a finished Link session hands over. */
public record LinkedItem(String publicToken, SandboxItem item, String sessionId) {

  /** What the page's callback receives beside the public token. */
  public JsonObject metadata() {
    return Json.object(
        "institution",
        item.institution().brief(),
        "accounts",
        item.accounts().stream().map(Account::forLink).toList(),
        "link_session_id",
        sessionId,
        "transfer_status",
        null);
  }

  /** The session as a later question about the link token shows it. */
  JsonObject session() {
    JsonObject result =
        Json.object(
            "public_token", publicToken,
            "accounts", item.accounts().stream().map(Account::forLink).toList(),
            "institution", item.institution().brief());
    return Json.object(
        "link_session_id", sessionId,
        "started_at", Instant.now(),
        "finished_at", Instant.now(),
        "events", List.of(),
        "exit", null,
        "results", Json.object("item_add_results", List.of(result)));
  }
}
