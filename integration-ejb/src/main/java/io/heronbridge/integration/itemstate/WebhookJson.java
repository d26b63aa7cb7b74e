package io.heronbridge.integration.itemstate;

import static io.heronbridge.persistence.json.JsonLibrary.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;

/** Reads a webhook's bytes as JSON. */
public final class WebhookJson {
  private WebhookJson() {}

  /** An object without fields when the bytes are something else. */
  public static JsonObject of(byte[] body) {
    try (JsonReader reader = JSON.createReader(new ByteArrayInputStream(body))) {
      return reader.readObject();
    } catch (RuntimeException notReadable) {
      // Parsers answer some hostile input with other exceptions than their own.
      return JsonValue.EMPTY_JSON_OBJECT;
    }
  }
}
