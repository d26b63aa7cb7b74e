package io.heronbridge.sandbox.http;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Builds, reads and writes JSON trees. */
public final class Json {
  private static final Gson COMPACT =
      new GsonBuilder()
          .serializeNulls()
          .disableHtmlEscaping()
          .setStrictness(Strictness.STRICT)
          .create();

  private Json() {}

  /** An object from alternating names and values, in that order. */
  public static JsonObject object(Object... namesAndValues) {
    JsonObject object = new JsonObject();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.add((String) namesAndValues[i], element(namesAndValues[i + 1]));
    }
    return object;
  }

  /** Any plain value as a tree; an empty optional becomes null, an unknown type its text. */
  public static JsonElement element(Object value) {
    if (value == null) {
      return JsonNull.INSTANCE;
    }
    if (value instanceof JsonElement element) {
      return element;
    }
    if (value instanceof Optional<?> optional) {
      return element(optional.orElse(null));
    }
    if (value instanceof Number number) {
      return new JsonPrimitive(number);
    }
    if (value instanceof Boolean flag) {
      return new JsonPrimitive(flag);
    }
    if (value instanceof Iterable<?> values) {
      return array(values);
    }
    if (value instanceof Map<?, ?> entries) {
      JsonObject object = new JsonObject();
      entries.forEach((name, entry) -> object.add(name.toString(), element(entry)));
      return object;
    }
    return new JsonPrimitive(value.toString());
  }

  private static JsonArray array(Iterable<?> values) {
    JsonArray array = new JsonArray();
    values.forEach(value -> array.add(element(value)));
    return array;
  }

  public static byte[] bytes(JsonElement element) {
    return COMPACT.toJson(element).getBytes(StandardCharsets.UTF_8);
  }

  /** The object in this text; empty when it is not JSON or not an object. */
  public static Optional<JsonObject> parseObject(String text) {
    try {
      JsonElement element = COMPACT.getAdapter(JsonElement.class).fromJson(text);
      return element != null && element.isJsonObject()
          ? Optional.of(element.getAsJsonObject())
          : Optional.empty();
    } catch (IOException | JsonParseException notJson) {
      return Optional.empty();
    }
  }

  /** The text under this name; empty when absent, null or of another type. */
  public static Optional<String> text(JsonObject object, String name) {
    JsonElement element = object.get(name);
    return isText(element) ? Optional.of(element.getAsString()) : Optional.empty();
  }

  public static boolean isText(JsonElement element) {
    return element != null && element.isJsonPrimitive() && element.getAsJsonPrimitive().isString();
  }

  public static boolean isNumber(JsonElement element) {
    return element != null && element.isJsonPrimitive() && element.getAsJsonPrimitive().isNumber();
  }

  public static boolean isFlag(JsonElement element) {
    return element != null && element.isJsonPrimitive() && element.getAsJsonPrimitive().isBoolean();
  }

  /** Whether something other than null stands under this name. */
  public static boolean has(JsonObject object, String name) {
    return object.has(name) && !object.get(name).isJsonNull();
  }
}
