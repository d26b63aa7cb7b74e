package io.heronbridge.integration.heron;

import static io.heronbridge.persistence.json.JsonLibrary.JSON;

import io.heronbridge.integration.heron.HeronAnswer.Answered;
import io.heronbridge.persistence.secret.Redaction;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads Heron's integrations leniently, once the secrets that Heron may tell are dropped. */
public final class HeronIntegrations {
  private static final Set<String> SECRETS = Set.of("client_secret", "client_auth");

  private HeronIntegrations() {}

  /** The answer without what only Plaid and Heron should know; of what is no JSON nothing stays. */
  static HeronAnswer withoutSecrets(HeronAnswer answer) {
    if (!(answer instanceof Answered answered)) {
      return answer;
    }
    String body = parse(answered.body()).map(json -> stripped(json).toString()).orElse("");
    return answered.withBody(body);
  }

  private static JsonValue stripped(JsonValue json) {
    if (json instanceof JsonObject object) {
      JsonObjectBuilder kept = JSON.createObjectBuilder();
      object.forEach(
          (name, value) -> {
            if (!SECRETS.contains(name)) {
              kept.add(name, stripped(value));
            }
          });
      return kept.build();
    }
    if (json instanceof JsonArray array) {
      JsonArrayBuilder kept = JSON.createArrayBuilder();
      array.forEach(value -> kept.add(stripped(value)));
      return kept.build();
    }
    return json;
  }

  /** The integrations in a list, wrapped or bare; empty when it is no list. */
  public static Optional<List<HeronIntegration>> listed(String body) {
    return parse(body)
        .map(json -> json instanceof JsonObject object ? object.get("integrations") : json)
        .filter(JsonArray.class::isInstance)
        .map(
            list ->
                ((JsonArray) list)
                    .stream().map(HeronIntegrations::one).flatMap(Optional::stream).toList());
  }

  /** The integration that was created; empty when the answer names none. */
  public static Optional<HeronIntegration> created(String body) {
    return parse(body)
        .map(
            json ->
                json instanceof JsonObject object && object.containsKey("integration")
                    ? object.get("integration")
                    : json)
        .flatMap(HeronIntegrations::one);
  }

  private static Optional<HeronIntegration> one(JsonValue json) {
    if (!(json instanceof JsonObject object)) {
      return Optional.empty();
    }
    return text(object, "heron_id")
        .map(
            id ->
                new HeronIntegration(
                    id,
                    text(object, "name").orElse(id),
                    text(object, "type"),
                    text(object, "resource"),
                    text(object, "base_url"),
                    text(object, "client_id"),
                    text(object, "webhook_url")));
  }

  private static Optional<String> text(JsonObject object, String name) {
    return object.get(name) instanceof JsonString string && !string.getString().isBlank()
        ? Optional.of(Redaction.of(string.getString()))
        : Optional.empty();
  }

  private static Optional<JsonValue> parse(String body) {
    try (JsonReader reader = JSON.createReader(new StringReader(body))) {
      return Optional.of(reader.readValue());
    } catch (RuntimeException notReadable) {
      // Parsers answer some hostile input with other exceptions than their own.
      return Optional.empty();
    }
  }
}
