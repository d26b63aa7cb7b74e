package io.heronbridge.integration.listing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.heronbridge.integration.problem.InvalidInputException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** A place in a list that is ordered by time and id, newest first. */
public record Cursor(Instant at, UUID id) {
  private static final Cursor START =
      new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

  /**
   * Reads what {@link #text()} wrote; absent means the start of the list.
   *
   * @throws InvalidInputException when it was not ours
   */
  public static Cursor read(Optional<String> text) {
    return text.map(Cursor::parse).orElse(START);
  }

  private static Cursor parse(String text) {
    try {
      String[] parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split("\\|");
      if (parts.length != 2) {
        throw new InvalidInputException("cursor", "is not a cursor of this list");
      }
      return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new InvalidInputException("cursor", "is not a cursor of this list");
    }
  }

  /** Whether another place is later; ids in the order of the database. */
  public boolean isBefore(Cursor other) {
    return at.isBefore(other.at)
        || at.equals(other.at) && id.toString().compareTo(other.id.toString()) < 0;
  }

  public String text() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString((at + "|" + id).getBytes(UTF_8));
  }
}
