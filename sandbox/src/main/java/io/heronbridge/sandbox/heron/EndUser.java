package io.heronbridge.sandbox.heron;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Json;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A customer's customer as Heron knows it; each change makes a new value. */
record EndUser(
    String heronId,
    String endUserId,
    String name,
    JsonElement meta,
    boolean portfolio,
    Instant created,
    Instant lastUpdated) {
  private static final DateTimeFormatter WITHOUT_ZONE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");

  EndUser changed(JsonObject fields, Instant now) {
    return new EndUser(
        heronId,
        endUserId,
        Json.has(fields, "name") ? fields.get("name").getAsString() : name,
        fields.has("meta") ? fields.get("meta") : meta,
        Json.has(fields, "is_portfolio") ? fields.get("is_portfolio").getAsBoolean() : portfolio,
        created,
        now);
  }

  private static String date(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC).format(WITHOUT_ZONE);
  }

  JsonObject toJson() {
    return Json.object(
        "created",
        date(created),
        "data_sources",
        List.of(),
        "end_user_id",
        endUserId,
        "heron_id",
        heronId,
        "is_portfolio",
        portfolio,
        "last_processed_at",
        null,
        "last_updated",
        date(lastUpdated),
        "meta",
        meta,
        "name",
        name.isEmpty() ? null : name,
        "status",
        "new");
  }
}
