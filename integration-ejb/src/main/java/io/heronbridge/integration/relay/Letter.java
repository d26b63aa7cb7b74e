package io.heronbridge.integration.relay;

import io.heronbridge.persistence.webhook.Header;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A webhook found to be Plaid's, not stored yet. */
record Letter(UUID integration, List<Header> headers, byte[] body, Instant signedAt) {

  /** The body as JSON; empty when it is something else, which is relayed all the same. */
  JsonObject json() {
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
      return reader.readObject();
    } catch (RuntimeException notReadable) {
      // Parsers answer some hostile input with other exceptions than their own.
      return JsonValue.EMPTY_JSON_OBJECT;
    }
  }

  static String text(JsonObject object, String name) {
    return object.get(name) instanceof JsonString string ? string.getString() : null;
  }
}
