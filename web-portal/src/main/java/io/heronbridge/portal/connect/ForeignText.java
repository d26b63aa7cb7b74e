package io.heronbridge.portal.connect;

import io.heronbridge.persistence.secret.Redaction;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Optional;

/**
 * Text that a browser hands over: without what cannot be seen, stored or trusted, and not too long.
 */
final class ForeignText {
  private ForeignText() {}

  /** A member's text; empty when it is absent, of another type, or holds nothing to read. */
  static Optional<String> in(JsonObject parent, String name, int longest) {
    return parent.get(name) instanceof JsonString found
        ? Optional.of(clean(found.getString(), longest)).filter(text -> !text.isEmpty())
        : Optional.empty();
  }

  /** No control characters, none that turn the direction of reading, no tokens. */
  static String clean(String text, int longest) {
    StringBuilder kept = new StringBuilder();
    // Far longer than anything that is shown: the rest is not worth looking at.
    text.codePoints().limit(longest * 2L).map(ForeignText::seen).forEach(kept::appendCodePoint);
    String line = Redaction.of(kept.toString().replaceAll(" {2,}", " ").strip());
    return line.codePointCount(0, line.length()) > longest
        ? line.substring(0, line.offsetByCodePoints(0, longest)).strip() + "…"
        : line;
  }

  private static int seen(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          ' ';
      default -> codePoint;
    };
  }
}
