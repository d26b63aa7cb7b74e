package io.heronbridge.portal.reference;

import static io.heronbridge.persistence.json.JsonLibrary.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The API document as a page shows it: chapters of calls, then the shapes they speak of. */
record Reference(String title, String description, List<Chapter> chapters, List<Shape> shapes) {
  /** In the order in which a reader looks for them. */
  private static final List<String> METHODS = List.of("get", "post", "put", "delete");

  /** Calls about one noun. */
  record Chapter(String name, String anchor, String description, List<Call> calls) {}

  /** One operation. */
  record Call(
      String anchor,
      String method,
      String path,
      String summary,
      List<Field> parameters,
      List<Body> requests,
      List<Answer> answers) {}

  /**
   * A body: its media type and what it holds.
   *
   * @param example JSON; empty when there is none
   */
  record Body(String mediaType, Kind kind, String example) {}

  /**
   * @param kind of the body; empty when there is none
   */
  record Answer(String status, String description, Optional<Kind> kind) {}

  /** A schema with a name. */
  record Shape(String name, String anchor, String description, List<Field> fields) {}

  /**
   * A parameter or a member of an object.
   *
   * @param example empty when there is none
   * @param place of a parameter: path, query or header
   */
  record Field(
      String name,
      Kind kind,
      boolean isRequired,
      String description,
      String example,
      String place) {}

  /**
   * What a value is.
   *
   * @param shape the name of the shape it leads to; empty when it is described by its words alone
   */
  record Kind(String words, Optional<String> shape) {
    public String address() {
      return "#shape-" + shape.orElse("");
    }
  }

  static Reference of(JsonObject document) {
    JsonObject info = document.getJsonObject("info");
    return new Reference(
        info.getString("title"),
        words(info),
        document.getJsonArray("tags").getValuesAs(JsonObject.class).stream()
            .map(tag -> chapter(tag, document.getJsonObject("paths")))
            .toList(),
        document.getJsonObject("components").getJsonObject("schemas").entrySet().stream()
            .map(each -> shape(each.getKey(), each.getValue().asJsonObject()))
            .toList());
  }

  private static Chapter chapter(JsonObject tag, JsonObject paths) {
    String name = tag.getString("name");
    List<Call> calls = new ArrayList<>();
    for (String path : paths.keySet()) {
      for (String method : METHODS) {
        JsonObject operation = paths.getJsonObject(path).getJsonObject(method);
        if (operation != null && operation.getJsonArray("tags").getString(0).equals(name)) {
          calls.add(call(method, path, operation));
        }
      }
    }
    return new Chapter(name, name.toLowerCase(Locale.ROOT).replace(' ', '-'), words(tag), calls);
  }

  private static Call call(String method, String path, JsonObject operation) {
    JsonObject answers = operation.getJsonObject("responses");
    return new Call(
        operation.getString("operationId"),
        method.toUpperCase(Locale.ROOT),
        path,
        operation.getString("summary"),
        objects(operation, "parameters").stream().map(Reference::parameter).toList(),
        contents(operation.getJsonObject("requestBody")),
        answers.keySet().stream()
            .sorted()
            .map(status -> answer(status, answers.getJsonObject(status)))
            .toList());
  }

  private static Answer answer(String status, JsonObject answer) {
    return new Answer(status, words(answer), contents(answer).stream().map(Body::kind).findFirst());
  }

  private static List<Body> contents(JsonObject holder) {
    if (holder == null || !holder.containsKey("content")) {
      return List.of();
    }
    JsonObject content = holder.getJsonObject("content");
    return content.keySet().stream().map(type -> body(type, content.getJsonObject(type))).toList();
  }

  private static Body body(String type, JsonObject content) {
    return new Body(
        type,
        kind(content.getJsonObject("schema")),
        content.containsKey("example") ? pretty(content.getJsonObject("example")) : "");
  }

  private static String pretty(JsonObject json) {
    StringWriter text = new StringWriter();
    try (JsonWriter writer =
        JSON.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true)).createWriter(text)) {
      writer.write(json);
    }
    return text.toString().strip();
  }

  /** A description without the marks that show code to other readers of the document. */
  private static String words(JsonObject described) {
    return described.getString("description", "").replace("`", "");
  }

  private static Field parameter(JsonObject parameter) {
    return field(
        parameter.getString("name"),
        parameter.getJsonObject("schema"),
        parameter.getBoolean("required", false),
        words(parameter),
        parameter.getString("in"));
  }

  private static Shape shape(String name, JsonObject schema) {
    List<String> required =
        schema.containsKey("required") ? texts(schema.getJsonArray("required")) : List.of();
    JsonObject members =
        schema.containsKey("properties")
            ? schema.getJsonObject("properties")
            : JsonValue.EMPTY_JSON_OBJECT;
    List<Field> fields =
        members.keySet().stream()
            .map(member -> member(member, members.getJsonObject(member), required))
            .toList();
    return new Shape(name, "shape-" + name, words(schema), fields);
  }

  private static Field member(String name, JsonObject schema, List<String> required) {
    return field(name, schema, required.contains(name), words(schema), "");
  }

  private static Field field(
      String name, JsonObject schema, boolean isRequired, String description, String place) {
    String example =
        schema.containsKey("examples") ? plain(schema.getJsonArray("examples").get(0)) : "";
    return new Field(name, kind(schema), isRequired, description, example, place);
  }

  private static Kind kind(JsonObject schema) {
    if (schema.containsKey("$ref")) {
      String name = schema.getString("$ref").replaceFirst(".*/", "");
      return new Kind(name, Optional.of(name));
    }
    if (schema.containsKey("anyOf")) {
      Kind first = kind(objects(schema, "anyOf").get(0));
      return new Kind(first.words + " or null", first.shape);
    }
    String type = schema.containsKey("type") ? type(schema.get("type")) : "any value";
    if (type.startsWith("array")) {
      Kind inner = kind(schema.getJsonObject("items"));
      return new Kind(type.replaceFirst("array", "array of " + inner.words), inner.shape);
    }
    return new Kind(
        schema.containsKey("format")
            ? type.replaceFirst("^\\w+", schema.getString("format"))
            : type,
        Optional.empty());
  }

  private static String type(JsonValue type) {
    return type instanceof JsonArray types ? String.join(" or ", texts(types)) : plain(type);
  }

  private static List<String> texts(JsonArray array) {
    return array.stream().map(Reference::plain).toList();
  }

  private static String plain(JsonValue value) {
    return value instanceof JsonString string ? string.getString() : value.toString();
  }

  private static List<JsonObject> objects(JsonObject holder, String name) {
    return holder.containsKey(name)
        ? holder.getJsonArray(name).getValuesAs(JsonObject.class)
        : List.of();
  }
}
