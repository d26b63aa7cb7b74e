package io.heronbridge.portal.api;

import static io.heronbridge.persistence.json.JsonLibrary.JSON;

import io.heronbridge.integration.problem.FieldProblem;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a JSON object field by field and collects what is wrong, so that one answer names every
 * field to mend. Fields nobody asked for are refused: a misspelt one must not be ignored.
 */
final class Fields {
  private static final int MAX_BODY = 1024 * 1024;

  private final JsonObject json;
  private final String prefix;
  private final List<FieldProblem> problems;
  private final List<Fields> inner = new ArrayList<>();
  private final Set<String> asked = new HashSet<>();

  private Fields(JsonObject json, String prefix, List<FieldProblem> problems) {
    this.json = json;
    this.prefix = prefix;
    this.problems = problems;
  }

  /**
   * @throws MalformedException when the body is not a JSON object of at most 1 MiB
   */
  static Fields read(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(MAX_BODY + 1);
    if (bytes.length > MAX_BODY) {
      throw new MalformedException("body", "must be at most 1 MiB");
    }
    if (parse(bytes) instanceof JsonObject object) {
      return new Fields(object, "", new ArrayList<>());
    }
    throw new MalformedException("body", "must be a JSON object");
  }

  private static JsonValue parse(byte[] bytes) {
    try (JsonReader reader = JSON.createReader(new ByteArrayInputStream(bytes))) {
      return reader.readValue();
    } catch (RuntimeException notReadable) {
      // Parsers answer some hostile input with other exceptions than their own.
      throw new MalformedException("body", "is not valid JSON");
    }
  }

  /** A text of at least one character that is not blank, or a noted problem and an empty text. */
  String text(String name, int longest) {
    Optional<String> text = optionalText(name, longest);
    if (text.isEmpty() && !isWrong(name)) {
      problem(name, "is missing");
    }
    return text.orElse("");
  }

  /** A text, or empty when the field is absent, null or blank. */
  Optional<String> optionalText(String name, int longest) {
    Optional<JsonValue> value = value(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!(value.get() instanceof JsonString string)) {
      problem(name, "must be a string");
      return Optional.empty();
    }
    String text = string.getString();
    if (text.length() > longest) {
      problem(name, "must be at most " + longest + " characters");
      return Optional.empty();
    }
    if (text.indexOf(0) >= 0) {
      problem(name, "must not contain null characters");
      return Optional.empty();
    }
    return text.isBlank() ? Optional.empty() : Optional.of(text);
  }

  Optional<Integer> number(String name) {
    Optional<JsonValue> value = value(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof JsonNumber number && number.isIntegral()) {
      try {
        return Optional.of(number.intValueExact());
      } catch (ArithmeticException tooLarge) {
        // Told below, like every other value that is not a number we can use.
      }
    }
    problem(name, "must be a whole number");
    return Optional.empty();
  }

  boolean flag(String name) {
    Optional<JsonValue> value = value(name);
    if (value.isEmpty()) {
      return false;
    }
    JsonValue.ValueType type = value.get().getValueType();
    if (type != JsonValue.ValueType.TRUE && type != JsonValue.ValueType.FALSE) {
      problem(name, "must be true or false");
    }
    return type == JsonValue.ValueType.TRUE;
  }

  Optional<List<String>> texts(String name, int longest) {
    Optional<JsonValue> value = value(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    boolean strings =
        value.get() instanceof JsonArray array
            && array.size() <= longest
            && array.stream().allMatch(JsonString.class::isInstance);
    if (!strings) {
      problem(name, "must be an array of at most " + longest + " strings");
      return Optional.empty();
    }
    return Optional.of(
        ((JsonArray) value.get())
            .getValuesAs(JsonString.class).stream().map(JsonString::getString).toList());
  }

  /**
   * An object that must be there; when it is not, an empty one, and its fields are noted as
   * missing.
   */
  Fields object(String name) {
    return optionalObject(name).orElseGet(() -> within(name, JsonValue.EMPTY_JSON_OBJECT));
  }

  Optional<Fields> optionalObject(String name) {
    Optional<JsonValue> value = value(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof JsonObject object) {
      return Optional.of(within(name, object));
    }
    problem(name, "must be an object");
    return Optional.empty();
  }

  /** An object of somebody else's, who may add to it freely: taken as it is. */
  Optional<JsonObject> foreignObject(String name) {
    Optional<JsonValue> value = value(name);
    if (value.isPresent() && !(value.get() instanceof JsonObject)) {
      problem(name, "must be an object");
    }
    return value.filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
  }

  boolean isObject(String name) {
    return json.get(name) instanceof JsonObject;
  }

  /** Accepts a field without using it. */
  <T> Optional<T> ignored(String name) {
    asked.add(name);
    return Optional.empty();
  }

  private Fields within(String name, JsonObject object) {
    Fields fields = new Fields(object, prefix + name + ".", problems);
    inner.add(fields);
    return fields;
  }

  private Optional<JsonValue> value(String name) {
    asked.add(name);
    return Optional.ofNullable(json.get(name)).filter(value -> value != JsonValue.NULL);
  }

  private void problem(String name, String message) {
    problems.add(new FieldProblem(prefix + name, message));
  }

  private boolean isWrong(String name) {
    return problems.stream().anyMatch(problem -> problem.field().equals(prefix + name));
  }

  /** Takes a value through its own check, noting what the check says. */
  <T> Optional<T> checked(String name, java.util.function.Supplier<T> check) {
    try {
      return isWrong(name) ? Optional.empty() : Optional.ofNullable(check.get());
    } catch (IllegalArgumentException e) {
      problem(name, e.getMessage());
      return Optional.empty();
    }
  }

  /**
   * To be called when everything has been read.
   *
   * @throws MalformedException naming every field that is wrong, missing or unknown
   */
  void finish() {
    noteUnknown();
    if (!problems.isEmpty()) {
      throw new MalformedException(problems);
    }
  }

  private void noteUnknown() {
    json.keySet().stream()
        .filter(name -> !asked.contains(name))
        .forEach(name -> problem(name, "is not a field of this request"));
    inner.forEach(Fields::noteUnknown);
  }
}
