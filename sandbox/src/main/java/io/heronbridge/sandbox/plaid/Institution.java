package io.heronbridge.sandbox.plaid;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Json;
import java.util.List;
import java.util.Optional;

/** A bank that exists only in sandboxes. */
public record Institution(String id, String name, boolean oauth) {
  private static final List<String> COUNTRIES = List.of("US", "CA");

  public static final Institution FIRST_PLATYPUS =
      new Institution("ins_109508", "First Platypus Bank", false);
  public static final Institution FIRST_GINGHAM =
      new Institution("ins_109509", "First Gingham Credit Union", false);
  public static final Institution TATTERSALL =
      new Institution("ins_109510", "Tattersall Federal Credit Union", false);
  public static final Institution TARTAN = new Institution("ins_109511", "Tartan Bank", false);
  public static final Institution HOUNDSTOOTH =
      new Institution("ins_109512", "Houndstooth Bank", false);
  public static final Institution PLATYPUS_OAUTH =
      new Institution("ins_127287", "Platypus OAuth Bank", true);

  /** All of them, in the order in which Link shows them. */
  public static List<Institution> all() {
    return List.of(FIRST_PLATYPUS, TARTAN, HOUNDSTOOTH, TATTERSALL, FIRST_GINGHAM, PLATYPUS_OAUTH);
  }

  public static Optional<Institution> find(String id) {
    return all().stream().filter(institution -> institution.id().equals(id)).findFirst();
  }

  /** Whether the institution is to be had in one of these countries. */
  boolean servesAnyOf(List<String> countries) {
    return COUNTRIES.stream().anyMatch(countries::contains);
  }

  static Institution require(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new PlaidRefusal(
                    PlaidError.invalidInput("INVALID_INSTITUTION", "invalid institution_id")));
  }

  /** The answer to a question about this institution; some parts come only when asked for. */
  JsonObject describe(boolean withMetadata, boolean withStatus) {
    JsonObject json =
        Json.object(
            "country_codes", COUNTRIES,
            "dtc_numbers", List.of(),
            "institution_id", id,
            "name", name,
            "oauth", oauth,
            "products", List.of("assets", "auth", "balance", "identity", "transactions"),
            "routing_numbers", List.of());
    if (withMetadata) {
      json.add("logo", JsonNull.INSTANCE);
      json.addProperty("primary_color", "#1f1f1f");
      json.addProperty("url", "https://plaid.com");
    }
    if (withStatus) {
      json.add("status", Json.object("item_logins", healthy(), "transactions_updates", healthy()));
    }
    return json;
  }

  private static JsonObject healthy() {
    return Json.object(
        "status", "HEALTHY",
        "last_status_change", "2024-01-01T00:00:00Z",
        "breakdown",
            Json.object(
                "success", 0.99,
                "error_plaid", 0.005,
                "error_institution", 0.005,
                "refresh_interval", "NORMAL"));
  }

  /** The short form that Link's callbacks carry. */
  public JsonObject brief() {
    return Json.object("institution_id", id, "name", name);
  }
}
