package io.heronbridge.integration.heron;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * JSON without space between its parts, keys and numbers left as they stand, and every text escaped
 * in the one way that Python's and JavaScript's libraries write it. Works on the text alone:
 * however deep or strange, it takes one pass, and what is no JSON simply fits no signature.
 */
final class CompactJson {
  private static final int LAST_PLAIN = 0x7e;
  private static final int FIRST_PRINTABLE = 0x20;
  private static final int HEX_DIGITS = 4;

  /** In bytes: Heron's own are far smaller, and what is larger is not worth the work. */
  private static final int LONGEST = 64 * 1024;

  private static final String ESCAPED = "\"\\\b\f\n\r\t";
  private static final String NAMES = "\"\\bfnrt";

  private final String text;
  private final boolean asciiOnly;
  private final StringBuilder written;
  private int at;

  private CompactJson(String text, boolean asciiOnly) {
    this.text = text;
    this.asciiOnly = asciiOnly;
    this.written = new StringBuilder(text.length());
  }

  /**
   * The body as Python would write it, then as JavaScript would; empty when it is long or not text.
   */
  static List<byte[]> formsOf(byte[] body) {
    if (body.length > LONGEST) {
      return List.of();
    }
    String text;
    try {
      text = UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      return List.of();
    }
    return Stream.of(true, false)
        .map(ascii -> new CompactJson(text, ascii).bytes())
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<byte[]> bytes() {
    while (at < text.length()) {
      char next = text.charAt(at++);
      if (next == '"') {
        if (!copyText()) {
          return Optional.empty();
        }
      } else if (!isSpace(next)) {
        written.append(next);
      }
    }
    try {
      ByteBuffer encoded = UTF_8.newEncoder().encode(CharBuffer.wrap(written));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return Optional.of(bytes);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean isSpace(char next) {
    return next == ' ' || next == '\t' || next == '\n' || next == '\r';
  }

  /** Whether the text ended as texts do. */
  private boolean copyText() {
    written.append('"');
    while (at < text.length()) {
      char next = text.charAt(at++);
      if (next == '"') {
        written.append('"');
        return true;
      }
      Optional<Character> meant = next == '\\' ? unescaped() : Optional.of(next);
      if (meant.isEmpty()) {
        return false;
      }
      write(meant.get());
    }
    return false;
  }

  private Optional<Character> unescaped() {
    if (at >= text.length()) {
      return Optional.empty();
    }
    char name = text.charAt(at++);
    if (name == 'u') {
      return hexadecimal();
    }
    int index = NAMES.indexOf(name);
    if (index >= 0) {
      return Optional.of(ESCAPED.charAt(index));
    }
    return name == '/' ? Optional.of('/') : Optional.empty();
  }

  private Optional<Character> hexadecimal() {
    int end = at + HEX_DIGITS;
    if (end > text.length() || !text.substring(at, end).chars().allMatch(HexFormat::isHexDigit)) {
      return Optional.empty();
    }
    char meant = (char) HexFormat.fromHexDigits(text, at, end);
    at = end;
    return Optional.of(meant);
  }

  private void write(char meant) {
    int index = ESCAPED.indexOf(meant);
    if (index >= 0) {
      written.append('\\').append(NAMES.charAt(index));
    } else if (meant < FIRST_PRINTABLE || asciiOnly && meant > LAST_PLAIN) {
      written.append("\\u").append(HexFormat.of().toHexDigits(meant));
    } else {
      written.append(meant);
    }
  }
}
