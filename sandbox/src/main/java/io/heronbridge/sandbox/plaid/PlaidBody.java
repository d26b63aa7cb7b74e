package io.heronbridge.sandbox.plaid;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The body of a Plaid call, read with Plaid's strictness. */
final class PlaidBody {
  private final JsonObject json;

  PlaidBody(JsonObject json) {
    this.json = json;
  }

  /** Refuses what the form does not allow; afterwards every field has its type. */
  PlaidBody conformTo(BodyForm form) {
    form.check(json);
    return this;
  }

  PlaidBody require(String... names) {
    List<String> missing = new ArrayList<>();
    for (String name : names) {
      if (!Json.has(json, name)) {
        missing.add(name);
      }
    }
    if (!missing.isEmpty()) {
      throw missing(missing);
    }
    return this;
  }

  boolean has(String name) {
    return Json.has(json, name);
  }

  /** Whether the field stands in the body at all, be it null. */
  boolean mentions(String name) {
    return json.has(name);
  }

  String text(String name) {
    require(name);
    return Json.text(json, name).orElseThrow(() -> invalid(name, "must be a string"));
  }

  Optional<String> optionalText(String name) {
    return has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  /** The words of a list; an absent list is empty. */
  List<String> words(String name) {
    List<String> words = new ArrayList<>();
    if (has(name)) {
      for (JsonElement element : json.getAsJsonArray(name)) {
        words.add(element.getAsString());
      }
    }
    return words;
  }

  /** The object under this name; an absent one is empty. */
  PlaidBody object(String name) {
    return new PlaidBody(has(name) ? json.getAsJsonObject(name) : new JsonObject());
  }

  Optional<Integer> wholeNumber(String name) {
    return has(name) ? Optional.of(json.get(name).getAsInt()) : Optional.empty();
  }

  boolean flag(String name) {
    return has(name) && json.get(name).getAsBoolean();
  }

  static PlaidRefusal missing(List<String> names) {
    return refusal(
        "MISSING_FIELDS", "the following required fields are missing: " + String.join(", ", names));
  }

  static PlaidRefusal invalid(String field, String problem) {
    return refusal("INVALID_FIELD", field + " " + problem);
  }

  static PlaidRefusal refusal(String code, String message) {
    return new PlaidRefusal(PlaidError.invalidRequest(code, message));
  }
}
