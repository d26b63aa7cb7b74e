package io.heronbridge.it.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.ApiClient;
import io.heronbridge.it.support.ApiDocument;
import io.heronbridge.it.support.ApiDocument.Operation;
import io.heronbridge.it.support.BridgeServer;
import io.heronbridge.it.support.TestRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation of the API document refuses as the document says. */
class ApiDocumentIT {
  private static final String UNKNOWN = "is not a field of this request";

  private final BridgeServer server = TestRun.current().payaraMicro();
  private final ApiClient api = server.api();

  static List<Operation> operations() {
    return ApiDocument.operations();
  }

  static List<Operation> operationsWithIds() {
    return operations().stream().filter(Operation::hasIds).toList();
  }

  static List<Operation> operationsWithBodies() {
    return operations().stream().filter(each -> each.body().isPresent()).toList();
  }

  private static Answer refused(Operation operation, Answer answer, int status) {
    assertThat(answer.status()).as("%s: %s", operation, answer.body()).isEqualTo(status);
    ApiDocument.require(operation, answer);
    return answer;
  }

  private Answer send(Operation operation, String body) {
    return api.send(operation.method(), operation.pathWith(UUID.randomUUID().toString()), body);
  }

  /** A body of nothing but what must be there, as the examples show it. */
  private static JsonObject example(JsonNode schema) {
    JsonObject body = new JsonObject();
    schema
        .path("required")
        .forEach(
            name -> {
              JsonNode member = ApiDocument.resolved(schema.path("properties").path(name.asText()));
              body.add(
                  name.asText(),
                  member.has("properties")
                      ? example(member)
                      : JsonParser.parseString(member.path("examples").path(0).toString()));
            });
    return body;
  }

  private static String body(Operation operation) {
    return operation.body().map(schema -> example(schema).toString()).orElse("");
  }

  @Test
  void documentIsServedToAnybody() {
    Answer answer = server.anyone().get("/api/openapi.json");
    Answer again =
        server.anyone().with("If-None-Match", answer.header("ETag")).get("/api/openapi.json");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.text("openapi")).startsWith("3.1");
    assertThat(answer.json().getAsJsonObject("paths").size()).isPositive();
    assertThat(again.status()).isEqualTo(304);
  }

  @Test
  void referenceIsAPageOfOurOwnOrigin() {
    Answer answer = server.anyone().get("/api");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("text/html");
    assertThat(answer.header("Content-Security-Policy")).contains("script-src 'self'");
    assertThat(answer.body()).contains("/api/v1/items/exchange").doesNotContain("<script");
  }

  @ParameterizedTest
  @MethodSource("operations")
  void withoutAKeyNobodyIsLetIn(Operation operation) {
    Answer answer =
        server.anyone().send(operation.method(), operation.pathWith("unknown"), body(operation));

    refused(operation, answer, 401);
  }

  @ParameterizedTest
  @MethodSource("operationsWithIds")
  void whatIsNotThereIsNotFound(Operation operation) {
    refused(operation, send(operation, body(operation)), 404);
  }

  @ParameterizedTest
  @MethodSource("operationsWithBodies")
  void brokenJsonIsRefused(Operation operation) {
    refused(operation, send(operation, "{"), 400);
  }

  @ParameterizedTest
  @MethodSource("operationsWithBodies")
  void unknownFieldIsRefused(Operation operation) {
    JsonObject body = JsonParser.parseString(body(operation)).getAsJsonObject();
    body.addProperty("a_misspelt_field", 1);

    Answer answer = refused(operation, send(operation, body.toString()), 400);

    assertThat(problems(answer)).containsExactly(Map.entry("a_misspelt_field", UNKNOWN));
  }

  @ParameterizedTest
  @MethodSource("operationsWithBodies")
  void everyDocumentedFieldIsReadAndAWrongTypeIsNamed(Operation operation) {
    JsonNode schema = operation.body().orElseThrow();

    Answer answer = refused(operation, send(operation, wrong(schema).toString()), 400);

    assertThat(problems(answer)).noneMatch(problem -> problem.getValue().equals(UNKNOWN));
    assertThat(problems(answer).stream().map(Map.Entry::getKey)).containsAll(required(schema, ""));
  }

  /** Every field with a value of no type that any field has: an array with an array in it. */
  private static JsonObject wrong(JsonNode schema) {
    JsonObject body = new JsonObject();
    JsonArray nothing = new JsonArray();
    nothing.add(new JsonArray());
    schema
        .path("properties")
        .properties()
        .forEach(
            each -> {
              JsonNode member = ApiDocument.resolved(each.getValue());
              body.add(each.getKey(), member.has("properties") ? wrong(member) : nothing);
            });
    return body;
  }

  @ParameterizedTest
  @MethodSource("operationsWithBodies")
  void whatMustBeThereIsAskedFor(Operation operation) {
    TreeSet<String> required = new TreeSet<>(required(operation.body().orElseThrow(), ""));
    if (required.isEmpty()) {
      return;
    }

    Answer answer = refused(operation, send(operation, "{}"), 400);

    assertThat(problems(answer).stream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrderElementsOf(required);
  }

  private static List<String> required(JsonNode schema, String prefix) {
    List<String> names = new ArrayList<>();
    schema
        .path("required")
        .forEach(
            name -> {
              JsonNode member = ApiDocument.resolved(schema.path("properties").path(name.asText()));
              if (member.has("properties")) {
                names.addAll(required(member, prefix + name.asText() + "."));
              } else {
                names.add(prefix + name.asText());
              }
            });
    return names;
  }

  private static List<Map.Entry<String, String>> problems(Answer answer) {
    List<Map.Entry<String, String>> problems = new ArrayList<>();
    for (JsonElement each : answer.json().getAsJsonArray("errors")) {
      JsonObject problem = each.getAsJsonObject();
      problems.add(
          Map.entry(problem.get("field").getAsString(), problem.get("message").getAsString()));
    }
    return problems;
  }
}
