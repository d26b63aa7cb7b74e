package io.heronbridge.portal.admin;

import static io.heronbridge.persistence.json.JsonLibrary.JSON;

import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;

/** A webhook's body, made readable. */
public final class Payload {
  private Payload() {}

  /** JSON with a line for each member; anything else as it is. */
  public static String indented(String body) {
    StringWriter text = new StringWriter();
    try (JsonReader reader = JSON.createReader(new StringReader(body));
        JsonWriter writer =
            JSON.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(text)) {
      JsonStructure json = reader.read();
      writer.write(json);
    } catch (JsonException e) {
      return body;
    }
    return text.toString().strip();
  }
}
