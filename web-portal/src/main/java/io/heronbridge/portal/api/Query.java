package io.heronbridge.portal.api;

import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.persistence.enduser.EndUserId;
import io.heronbridge.persistence.item.ItemId;
import java.util.Optional;
import java.util.UUID;

/** Reads what stands in the address: ids of the path, filters and limits of the query. */
final class Query {
  private static final int DEFAULT_LIMIT = 50;
  private static final int MOST = 200;

  private Query() {}

  static int limit(String text) {
    if (text == null || text.isBlank()) {
      return DEFAULT_LIMIT;
    }
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
    } catch (NumberFormatException ignored) {
      // Told below.
    }
    throw new InvalidInputException("limit", "must be 1 to 200");
  }

  static Optional<String> text(String text) {
    return Optional.ofNullable(text).filter(given -> !given.isBlank());
  }

  /** An id to filter by. */
  static Optional<UUID> id(String name, String text) {
    try {
      return text(text).map(UUID::fromString);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(name, "is not an id of ours");
    }
  }

  /** True or false; absent is false. */
  static boolean flag(String name, String text) {
    if (text == null || text.isEmpty() || "false".equals(text)) {
      return false;
    }
    if ("true".equals(text)) {
      return true;
    }
    throw new InvalidInputException(name, "must be true or false");
  }

  /** An id in the path: one that cannot exist is not found. */
  static UUID pathId(String noun, String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new NotFoundException(noun + " " + shortened(text));
    }
  }

  static ItemId itemId(String text) {
    try {
      return new ItemId(text);
    } catch (IllegalArgumentException e) {
      throw new NotFoundException("item " + shortened(text));
    }
  }

  static EndUserId endUserId(String text) {
    try {
      return new EndUserId(text);
    } catch (IllegalArgumentException e) {
      throw new NotFoundException("end user " + shortened(text));
    }
  }

  private static String shortened(String text) {
    String visible = text.replaceAll("[^\\x21-\\x7e]", "?");
    return visible.length() > 80 ? visible.substring(0, 80) + "…" : visible;
  }
}
