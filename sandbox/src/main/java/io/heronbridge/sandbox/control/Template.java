package io.heronbridge.sandbox.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page with places in double braces; what is put there is escaped unless it is markup. */
final class Template {
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z_]+)}}");
  private final String text;
  private final Map<String, String> values = new LinkedHashMap<>();

  private Template(String text) {
    this.text = text;
  }

  /** The template in this file, which lies beside this class. */
  static Template of(String file) {
    try (InputStream in = Template.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + file);
      }
      return new Template(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read resource " + file, e);
    }
  }

  /** A small template that stands in the code. */
  static Template inline(String text) {
    return new Template(text);
  }

  Template put(String place, Object value) {
    values.put(place, escape(String.valueOf(value)));
    return this;
  }

  /** Markup that other templates have made. */
  Template putMarkup(String place, String markup) {
    values.put(place, markup);
    return this;
  }

  /** The finished text; a place that nothing was put in is a defect. */
  String fill() {
    return PLACE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
  }

  private String value(String place) {
    String value = values.get(place);
    if (value == null) {
      throw new IllegalStateException("nothing was put into " + place);
    }
    return value;
  }

  private static String escape(String value) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
