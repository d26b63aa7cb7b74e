package io.heronbridge.integration.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.heronbridge.integration.problem.InvalidInputException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * A place in a story, newest first: by time, then by source, then by the source's own id. The order
 * holds over all sources, so that pages neither repeat nor skip a line.
 */
record Place(Instant at, int source, String id) {
  static final Place START = new Place(Instant.parse("9999-01-01T00:00:00Z"), -1, "");

  static Place read(Optional<String> cursor) {
    return cursor.map(Place::parse).orElse(START);
  }

  private static Place parse(String text) {
    try {
      String[] parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split("\\|");
      if (parts.length == 3) {
        return new Place(Instant.parse(parts[0]), Integer.parseInt(parts[1]), parts[2]);
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      // Told below.
    }
    throw new InvalidInputException("cursor", "is not a cursor of this list");
  }

  String text() {
    String plain = at + "|" + source + "|" + id;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
  }
}
