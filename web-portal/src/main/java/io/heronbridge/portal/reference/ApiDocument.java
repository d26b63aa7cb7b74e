package io.heronbridge.portal.reference;

import static io.heronbridge.persistence.json.JsonLibrary.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** OpenAPI 3.1 of the REST API, as the build wrote it from the resources. */
final class ApiDocument {
  private static final String PLACE = "/io/heronbridge/portal/api/openapi.json";

  private ApiDocument() {}

  static byte[] bytes() {
    try (InputStream written = ApiDocument.class.getResourceAsStream(PLACE)) {
      return written.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + PLACE, e);
    }
  }

  static JsonObject json() {
    try (JsonReader reader = JSON.createReader(new ByteArrayInputStream(bytes()))) {
      return reader.readObject();
    }
  }
}
