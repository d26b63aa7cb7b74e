package io.heronbridge.sandbox.plaid;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Json;
import java.util.Optional;

/** A refusal in Plaid's shape. */
public record PlaidError(
    int status, String type, String code, String message, Optional<String> display) {

  private static final String REVOKED = "USER_PERMISSION_REVOKED";

  public static PlaidError invalidRequest(String code, String message) {
    return new PlaidError(400, "INVALID_REQUEST", code, message, Optional.empty());
  }

  public static PlaidError invalidInput(String code, String message) {
    return new PlaidError(400, "INVALID_INPUT", code, message, Optional.empty());
  }

  public static PlaidError item(String code, String message) {
    return new PlaidError(400, "ITEM_ERROR", code, message, Optional.empty());
  }

  public static PlaidError loginRequired() {
    return item("ITEM_LOGIN_REQUIRED", "the login details of this item have changed")
        .shown("The sign-in details of this bank have changed. Please sign in again.");
  }

  /** The form in items and webhooks; as the answer to a call its type is another. */
  static PlaidError permissionRevoked() {
    return item(REVOKED, "the holder of the account has revoked the permission")
        .shown("The permission to this bank was withdrawn. Please connect it anew.");
  }

  boolean isRevocation() {
    return code.equals(REVOKED);
  }

  /** The error as the answer to a call about the item. */
  PlaidError asAnswer() {
    return isRevocation() ? new PlaidError(status, "INVALID_INPUT", code, message, display) : this;
  }

  public static PlaidError invalidLinkToken() {
    return invalidInput("INVALID_LINK_TOKEN", "link token is unknown, expired or already used");
  }

  PlaidError shown(String displayMessage) {
    return new PlaidError(status, type, code, message, Optional.of(displayMessage));
  }

  PlaidError answeredWith(int otherStatus) {
    return new PlaidError(otherStatus, type, code, message, display);
  }

  /** The body of a refused call. */
  public JsonObject toJson(String requestId) {
    JsonObject json = common();
    json.addProperty("request_id", requestId);
    return json;
  }

  /** The form inside webhooks and items, which names the status instead of a request. */
  public JsonObject embedded() {
    JsonObject json = common();
    json.addProperty("status", status);
    return json;
  }

  private JsonObject common() {
    return Json.object(
        "display_message", display,
        "documentation_url", "https://plaid.com/docs/?ref=error#" + code,
        "error_code", code,
        "error_message", message,
        "error_type", type,
        "suggested_action", null);
  }
}
