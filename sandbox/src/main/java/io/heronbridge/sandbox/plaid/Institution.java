package io.heronbridge.sandbox.plaid;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Json;
import java.util.List;
import java.util.Optional;

/** A bank that exists only in sandboxes. */
public record Institution(String id, String name, boolean oauth) {
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

  static Institution require(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new PlaidRefusal(
                    PlaidError.invalidInput("INVALID_INSTITUTION", "invalid institution_id")));
  }

  /** The full answer to a question about this institution. */
  JsonObject describe() {
    return Json.object(
        "country_codes",
        List.of("US"),
        "institution_id",
        id,
        "logo",
        null,
        "name",
        name,
        "oauth",
        oauth,
        "primary_color",
        "#1f1f1f",
        "products",
        List.of("transactions", "auth", "identity", "balance", "assets"),
        "routing_numbers",
        List.of(),
        "url",
        "https://plaid.com");
  }

  /** The short form that Link's callbacks carry. */
  public JsonObject brief() {
    return Json.object("institution_id", id, "name", name);
  }
}
