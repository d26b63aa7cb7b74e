package io.heronbridge.sandbox.plaid;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The body of a Plaid call, read with Plaid's strictness. */
final class PlaidBody {
  private final JsonObject json;

  PlaidBody(JsonObject json) {
    this.json = json;
  }

  /** Refuses fields that the call does not know; the keys are always allowed. */
  PlaidBody allowOnly(Set<String> names) {
    Set<String> unknown = new HashSet<>(json.keySet());
    unknown.removeAll(names);
    unknown.removeAll(Set.of("client_id", "secret"));
    if (!unknown.isEmpty()) {
      throw refusal(
          "UNKNOWN_FIELDS",
          "these fields are not recognized by this endpoint: " + String.join(", ", unknown));
    }
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
      throw refusal(
          "MISSING_FIELDS", "these required fields are missing: " + String.join(", ", missing));
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
    if (!has(name)) {
      return List.of();
    }
    if (!json.get(name).isJsonArray()) {
      throw invalid(name, "must be a list of strings");
    }
    List<String> words = new ArrayList<>();
    for (JsonElement element : json.getAsJsonArray(name)) {
      if (!Json.isText(element)) {
        throw invalid(name, "must be a list of strings");
      }
      words.add(element.getAsString());
    }
    return words;
  }

  PlaidBody object(String name) {
    if (!has(name)) {
      return new PlaidBody(new JsonObject());
    }
    if (!json.get(name).isJsonObject()) {
      throw invalid(name, "must be an object");
    }
    return new PlaidBody(json.getAsJsonObject(name));
  }

  Optional<Integer> wholeNumber(String name) {
    if (!has(name)) {
      return Optional.empty();
    }
    JsonElement element = json.get(name);
    if (!Json.isNumber(element) || !element.getAsString().matches("-?[0-9]{1,9}")) {
      throw invalid(name, "must be a whole number");
    }
    return Optional.of(element.getAsInt());
  }

  boolean flag(String name) {
    return Json.isFlag(json.get(name)) && json.get(name).getAsBoolean();
  }

  static PlaidRefusal invalid(String field, String problem) {
    return refusal("INVALID_FIELD", field + " " + problem);
  }

  static PlaidRefusal refusal(String code, String message) {
    return new PlaidRefusal(PlaidError.invalidRequest(code, message));
  }
}
