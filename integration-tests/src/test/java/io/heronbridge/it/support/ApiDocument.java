package io.heronbridge.it.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The API document of the build, and whether an answer is what it says. */
public final class ApiDocument {
  private static final String PLACE = "/io/heronbridge/portal/api/openapi.json";
  private static final String JSON = "application/json";
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonNode ROOT = read();
  private static final JsonNode STRICT = strict();
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);

  private ApiDocument() {}

  private static JsonNode read() {
    try (InputStream document = ApiDocument.class.getResourceAsStream(PLACE)) {
      return MAPPER.readTree(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The schemas, but no field may be there that they do not name. */
  private static JsonNode strict() {
    ObjectNode components = ROOT.path("components").deepCopy();
    components
        .path("schemas")
        .forEach(
            schema -> {
              if (schema.has("properties")) {
                ((ObjectNode) schema).put("additionalProperties", false);
              }
            });
    return components;
  }

  /**
   * One operation.
   *
   * @param path with names in braces where ids belong
   */
  public record Operation(String method, String path, JsonNode node) {

    public String id() {
      return node.path("operationId").asText();
    }

    /** The address with something in place of every name. */
    public String pathWith(String id) {
      return path.replaceAll("\\{[^}]+}", id);
    }

    public boolean hasIds() {
      return path.contains("{");
    }

    /** What its JSON body must be; empty when it takes none. */
    public Optional<JsonNode> body() {
      JsonNode schema = node.path("requestBody").path("content").path(JSON).path("schema");
      return schema.isMissingNode() ? Optional.empty() : Optional.of(resolved(schema));
    }

    @Override
    public String toString() {
      return id();
    }
  }

  public static List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    ROOT.path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        each ->
                            operations.add(
                                new Operation(
                                    each.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    each.getValue()))));
    return operations;
  }

  public static Operation operation(String id) {
    return operations().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  /** A schema itself, not its reference. */
  public static JsonNode resolved(JsonNode schema) {
    return schema.has("$ref") ? ROOT.at(schema.get("$ref").asText().substring(1)) : schema;
  }

  /** Fails unless the operation may answer so, with this type and in this shape. */
  public static void require(Operation operation, Answer answer) {
    JsonNode described = operation.node().path("responses").path(Integer.toString(answer.status()));
    assertThat(described.isMissingNode())
        .as("%s answered %d: %s", operation, answer.status(), answer.body())
        .isFalse();
    JsonNode content = described.path("content");
    if (content.isMissingNode()) {
      assertThat(answer.body()).as(operation.id()).isEmpty();
      return;
    }
    String type = answer.header("Content-Type").split(";")[0];
    assertThat(content.has(type)).as("%s answered %s", operation, type).isTrue();
    assertThat(schema(content.path(type).path("schema")).validate(json(answer.body())))
        .as("%s answered %d: %s", operation, answer.status(), answer.body())
        .isEmpty();
  }

  private static JsonSchema schema(JsonNode reference) {
    ObjectNode schema = reference.deepCopy();
    schema.set("components", STRICT);
    return SCHEMAS.getSchema(
        schema, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
  }

  private static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(text, e);
    }
  }
}
