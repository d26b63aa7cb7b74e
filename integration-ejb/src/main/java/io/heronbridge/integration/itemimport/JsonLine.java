package io.heronbridge.integration.itemimport;

import static io.heronbridge.persistence.json.JsonLibrary.JSON;

import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;

/** Reads one flat JSON object of strings; nothing nested is ever followed. */
final class JsonLine {
  private static final JsonParserFactory PARSERS = JSON.createParserFactory(Map.of());

  /** Names that can be told again without giving away a value that slipped into their place. */
  private static final Pattern HARMLESS = Pattern.compile("[a-z_]{1,40}");

  private JsonLine() {}

  /**
   * @throws UnusableLineException when it is not an object of the known fields
   */
  static Map<String, String> values(String text) {
    try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
      Map<String, String> values = object(parser);
      if (parser.hasNext()) {
        throw notJson();
      }
      return values;
    } catch (JsonException | IllegalStateException | NoSuchElementException e) {
      throw notJson();
    }
  }

  private static Map<String, String> object(JsonParser parser) {
    if (parser.next() != Event.START_OBJECT) {
      throw new UnusableLineException("must be a JSON object");
    }
    Map<String, String> values = new HashMap<>();
    while (parser.next() == Event.KEY_NAME) {
      String name = parser.getString();
      if (!Columns.ALL.contains(name)) {
        throw unknown(name);
      }
      Event value = parser.next();
      if (value == Event.VALUE_STRING) {
        values.put(name, parser.getString());
      } else if (value != Event.VALUE_NULL) {
        throw new UnusableLineException(name + " must be a string");
      }
    }
    return values;
  }

  private static UnusableLineException unknown(String name) {
    return new UnusableLineException(
        HARMLESS.matcher(name).matches()
            ? name + " is not a field of a line"
            : "has a field that is not known");
  }

  private static UnusableLineException notJson() {
    return new UnusableLineException("is not valid JSON");
  }
}
