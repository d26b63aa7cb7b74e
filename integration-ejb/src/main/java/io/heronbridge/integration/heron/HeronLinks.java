package io.heronbridge.integration.heron;

import static io.heronbridge.persistence.json.JsonLibrary.JSON;

import io.heronbridge.integration.heron.HeronAnswer.Answered;
import io.heronbridge.persistence.integrationlink.HeronsView;
import io.heronbridge.persistence.secret.Redaction;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads Heron's JSON leniently: fields may be missing, null or new, dates come in three forms. */
public final class HeronLinks {
  private static final int CREATED = 201;
  private static final int NO_CONTENT = 204;
  private static final int LONGEST = 300;

  private HeronLinks() {}

  /** What the answer to a creation or refresh tells; empty when it is not Heron's JSON. */
  public static Optional<HeronsView> inAnswer(String body) {
    return object(body)
        .map(json -> json.get("link"))
        .flatMap(HeronLinks::asObject)
        .map(HeronLinks::view);
  }

  /**
   * What the answer to a creation tells: a 201 stands whatever its body, and so does a body that
   * names the item; any other success may come from something in between and tells nothing.
   */
  public static Optional<HeronsView> inCreation(Answered answer, String itemId) {
    Optional<HeronsView> told = inAnswer(answer.body());
    if (told.isPresent()) {
      return told;
    }
    Optional<JsonObject> flat =
        object(answer.body()).filter(json -> itemId.equals(text(json, "item_id")));
    if (flat.isPresent()) {
      return flat.map(HeronLinks::view);
    }
    boolean created = answer.status() == CREATED && !looksLikeAPage(answer.body());
    return created || answer.status() == NO_CONTENT
        ? Optional.of(new HeronsView(null, null, null, null))
        : Optional.empty();
  }

  private static boolean looksLikeAPage(String body) {
    return body.stripLeading().startsWith("<");
  }

  /** The item's link among an end user's links; empty when it is not there. */
  public static Optional<HeronsView> ofItem(String body, String itemId) {
    return object(body)
        .map(json -> json.get("links"))
        .filter(JsonArray.class::isInstance)
        .flatMap(links -> find((JsonArray) links, itemId));
  }

  private static Optional<HeronsView> find(JsonArray links, String itemId) {
    for (JsonValue value : links) {
      Optional<JsonObject> link = asObject(value);
      if (link.isPresent() && itemId.equals(text(link.get(), "item_id"))) {
        return link.map(HeronLinks::view);
      }
    }
    return Optional.empty();
  }

  /**
   * All links in a list by their item, or empty when the answer is no such list. What names no item
   * is passed over.
   */
  public static Optional<Map<String, HeronsView>> all(String body) {
    return object(body)
        .map(json -> json.get("links"))
        .filter(JsonArray.class::isInstance)
        .map(links -> byItem((JsonArray) links));
  }

  private static Map<String, HeronsView> byItem(JsonArray links) {
    Map<String, HeronsView> found = new LinkedHashMap<>();
    for (JsonValue value : links) {
      asObject(value)
          .filter(link -> text(link, "item_id") != null)
          .ifPresent(link -> found.put(text(link, "item_id"), view(link)));
    }
    return found;
  }

  /** Whether the answer is JSON, so that the absence of a link in it means something. */
  public static boolean isJson(String body) {
    return object(body).isPresent();
  }

  /** Whether a 404 is Heron's own, and not one of something in between. */
  public static boolean isNotFound(String body) {
    return object(body).filter(json -> "404".equals(String.valueOf(json.get("code")))).isPresent();
  }

  /** Heron's {@code description} in words, or the body itself, short enough for a line. */
  public static String complaint(String body) {
    String text =
        object(body).map(json -> json.get("description")).map(HeronLinks::words).orElse(body);
    return line(text);
  }

  /** One short line without secrets and without what PostgreSQL cannot hold; null stays null. */
  private static String line(String text) {
    if (text == null) {
      return null;
    }
    String line = Redaction.of(text).replaceAll("[\\p{Cntrl}\\s]+", " ").trim();
    return line.length() > LONGEST ? line.substring(0, LONGEST - 1) + "…" : line;
  }

  /** Validation answers nest location, field and messages: told as "field: message". */
  private static String words(JsonValue value) {
    if (value instanceof JsonString string) {
      return string.getString();
    }
    if (value instanceof JsonArray array) {
      return array.stream().map(HeronLinks::words).collect(Collectors.joining(", "));
    }
    if (value instanceof JsonObject object) {
      return object.entrySet().stream()
          .map(entry -> named(entry.getKey(), words(entry.getValue())))
          .collect(Collectors.joining("; "));
    }
    return value.toString();
  }

  /** Where a message stood ({@code json}, {@code _schema}) tells a person nothing. */
  private static String named(String name, String words) {
    return name.equals("json") || name.startsWith("_") ? words : name + ": " + words;
  }

  private static HeronsView view(JsonObject link) {
    return new HeronsView(
        line(text(link, "status")),
        line(text(link, "status_message")),
        date(text(link, "last_successful_sync")),
        line(text(link, "data_source_heron_id")));
  }

  private static Instant date(String text) {
    if (text == null) {
      return null;
    }
    try {
      return DateTimeFormatter.ISO_DATE_TIME.parseBest(
                  text, OffsetDateTime::from, LocalDateTime::from)
              instanceof OffsetDateTime withOffset
          ? withOffset.toInstant()
          : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Optional<JsonObject> object(String body) {
    try (JsonReader reader = JSON.createReader(new StringReader(body))) {
      return Optional.of(reader.readObject());
    } catch (RuntimeException notReadable) {
      // Parsers answer some hostile input with other exceptions than their own.
      return Optional.empty();
    }
  }

  private static Optional<JsonObject> asObject(JsonValue value) {
    return value instanceof JsonObject object ? Optional.of(object) : Optional.empty();
  }

  private static String text(JsonObject object, String name) {
    return object.get(name) instanceof JsonString string ? string.getString() : null;
  }
}
