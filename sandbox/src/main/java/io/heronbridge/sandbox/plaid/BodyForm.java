package io.heronbridge.sandbox.plaid;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** The fields that a call knows: their names, their types, and which of them must be there. */
final class BodyForm {
  private static final Predicate<JsonElement> FILLED_TEXT =
      value -> Json.isText(value) && !value.getAsString().isEmpty();
  private static final Predicate<JsonElement> TEXTS =
      value -> value.isJsonArray() && holdsTexts(value.getAsJsonArray());
  private final Map<String, Field> fields = new LinkedHashMap<>();

  private record Field(
      Predicate<JsonElement> rule, String expected, boolean required, BodyForm inner) {}

  /** A form that knows the keys only, which every call may carry. */
  static BodyForm withKeys() {
    return new BodyForm().text("client_id", "secret");
  }

  private static boolean holdsTexts(JsonArray values) {
    return StreamSupport.stream(values.spliterator(), false).allMatch(Json::isText);
  }

  BodyForm requiredText(String... names) {
    return add(new Field(FILLED_TEXT, "must be a non-empty string", true, null), names);
  }

  BodyForm text(String... names) {
    return add(new Field(Json::isText, "must be a string", false, null), names);
  }

  BodyForm oneOf(Set<String> words, String... names) {
    Predicate<JsonElement> rule =
        value -> Json.isText(value) && words.contains(value.getAsString());
    return add(new Field(rule, "is not one of the allowed values", false, null), names);
  }

  BodyForm flag(String... names) {
    return add(new Field(Json::isFlag, "must be a boolean", false, null), names);
  }

  BodyForm number(String... names) {
    return add(new Field(BodyForm::isWhole, "must be a whole number", false, null), names);
  }

  private static boolean isWhole(JsonElement value) {
    return Json.isNumber(value) && value.getAsString().matches("-?[0-9]{1,9}");
  }

  BodyForm requiredTexts(String... names) {
    return add(new Field(TEXTS, "must be a list of strings", true, null), names);
  }

  BodyForm texts(String... names) {
    return add(new Field(TEXTS, "must be a list of strings", false, null), names);
  }

  /** An object whose own fields are checked too. */
  BodyForm object(String name, BodyForm inner) {
    return add(new Field(JsonElement::isJsonObject, "must be an object", false, inner), name);
  }

  /** Objects of products that the sandbox does not have: their fields are not looked at. */
  BodyForm objects(String... names) {
    return add(new Field(JsonElement::isJsonObject, "must be an object", false, null), names);
  }

  private BodyForm add(Field field, String... names) {
    for (String name : names) {
      fields.put(name, field);
    }
    return this;
  }

  Set<String> names() {
    return Set.copyOf(fields.keySet());
  }

  /** The form of the object under this name. */
  BodyForm inside(String name) {
    return fields.get(name).inner();
  }

  /** Refuses unknown fields first, then missing ones, then wrong types, as Plaid does. */
  void check(JsonObject body) {
    List<String> unknown = new ArrayList<>();
    collectUnknown(body, "", unknown);
    if (!unknown.isEmpty()) {
      throw PlaidBody.refusal(
          "UNKNOWN_FIELDS",
          "the following fields are not recognized by this endpoint: "
              + String.join(", ", unknown));
    }
    List<String> missing =
        fields.entrySet().stream()
            .filter(field -> field.getValue().required() && !Json.has(body, field.getKey()))
            .map(Map.Entry::getKey)
            .toList();
    if (!missing.isEmpty()) {
      throw PlaidBody.missing(missing);
    }
    checkTypes(body, "");
  }

  private void collectUnknown(JsonObject body, String path, List<String> unknown) {
    for (Map.Entry<String, JsonElement> entry : body.entrySet()) {
      Field field = fields.get(entry.getKey());
      if (field == null) {
        unknown.add(path + entry.getKey());
      } else if (field.inner() != null && entry.getValue().isJsonObject()) {
        field
            .inner()
            .collectUnknown(
                entry.getValue().getAsJsonObject(), path + entry.getKey() + ".", unknown);
      }
    }
  }

  private void checkTypes(JsonObject body, String path) {
    for (Map.Entry<String, JsonElement> entry : body.entrySet()) {
      Field field = fields.get(entry.getKey());
      JsonElement value = entry.getValue();
      if (value.isJsonNull()) {
        continue;
      }
      if (!field.rule().test(value)) {
        throw PlaidBody.invalid(path + entry.getKey(), field.expected());
      }
      if (field.inner() != null) {
        field.inner().checkTypes(value.getAsJsonObject(), path + entry.getKey() + ".");
      }
    }
  }
}
