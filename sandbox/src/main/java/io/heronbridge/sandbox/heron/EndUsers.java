package io.heronbridge.sandbox.heron;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The account's end users, found by their id or by Heron's. */
final class EndUsers {
  private static final int LONGEST_ID = 140;
  private static final int LONGEST_NAME = 128;
  private static final int MOST_META = 20;
  private static final int LONGEST_META_KEY = 64;
  private static final int LONGEST_META_VALUE = 256;
  private static final List<String> STATUSES =
      List.of("new", "ready", "processed", "reviewed", "review_requested", "failed");
  private final Map<String, EndUser> byHeronId = new ConcurrentHashMap<>();
  private final Map<String, String> heronIds = new ConcurrentHashMap<>();

  Optional<EndUser> find(String endUserIdOrHeronId) {
    EndUser byOwn = byHeronId.get(heronIds.getOrDefault(endUserIdOrHeronId, endUserIdOrHeronId));
    return Optional.ofNullable(byOwn);
  }

  EndUser require(String endUserIdOrHeronId) {
    return find(endUserIdOrHeronId).orElseThrow(() -> HeronRefusal.of(404, "End user not found"));
  }

  /** The end user of that id, made now if unknown; an existing name is kept. */
  synchronized EndUser findOrCreate(String endUserId, String name) {
    return find(endUserId)
        .orElseGet(
            () -> {
              JsonObject fields = new JsonObject();
              if (!name.isEmpty()) {
                fields.addProperty("name", name);
              }
              return create(endUserId, fields);
            });
  }

  synchronized EndUser create(String endUserId, JsonObject fields) {
    if (endUserId.isEmpty() || endUserId.length() > LONGEST_ID) {
      throw HeronRefusal.field("end_user_id", "Length must be between 1 and 140.");
    }
    if (heronIds.containsKey(endUserId)) {
      throw HeronRefusal.of(409, "An end user with this end_user_id exists");
    }
    check(fields);
    Instant now = Instant.now();
    EndUser user =
        new EndUser(HeronIds.fresh("eus"), endUserId, "", JsonNull.INSTANCE, false, now, now)
            .changed(fields, now);
    byHeronId.put(user.heronId(), user);
    heronIds.put(endUserId, user.heronId());
    return user;
  }

  synchronized EndUser change(String endUserId, JsonObject fields) {
    check(fields);
    EndUser changed = require(endUserId).changed(fields, Instant.now());
    byHeronId.put(changed.heronId(), changed);
    return changed;
  }

  private static void check(JsonObject fields) {
    if (Json.has(fields, "name")) {
      if (!Json.isText(fields.get("name"))) {
        throw HeronRefusal.field("name", "Not a valid string.");
      }
      if (fields.get("name").getAsString().length() > LONGEST_NAME) {
        throw HeronRefusal.field("name", "Longer than maximum length 128.");
      }
    }
    if (Json.has(fields, "is_portfolio") && !Json.isFlag(fields.get("is_portfolio"))) {
      throw HeronRefusal.field("is_portfolio", "Not a valid boolean.");
    }
    if (Json.has(fields, "status")
        && !(Json.isText(fields.get("status"))
            && STATUSES.contains(fields.get("status").getAsString()))) {
      throw HeronRefusal.field("status", "Must be one of: " + String.join(", ", STATUSES));
    }
    if (Json.has(fields, "meta")) {
      checkMeta(fields.get("meta"));
    }
  }

  private static void checkMeta(JsonElement meta) {
    if (!meta.isJsonObject()) {
      throw HeronRefusal.field("meta", "Not a valid mapping type.");
    }
    boolean fits =
        meta.getAsJsonObject().size() <= MOST_META
            && meta.getAsJsonObject().entrySet().stream().allMatch(EndUsers::isMeta);
    if (!fits) {
      throw HeronRefusal.field(
          "meta", "At most 20 keys of 64 characters with strings of 256 characters.");
    }
  }

  private static boolean isMeta(Map.Entry<String, JsonElement> entry) {
    return entry.getKey().length() <= LONGEST_META_KEY
        && Json.isText(entry.getValue())
        && entry.getValue().getAsString().length() <= LONGEST_META_VALUE;
  }

  synchronized void remove(EndUser user) {
    byHeronId.remove(user.heronId());
    heronIds.remove(user.endUserId());
  }

  List<EndUser> all() {
    return List.copyOf(byHeronId.values());
  }

  /** Those that an earlier run knew. */
  synchronized void recall(List<EndUser> known) {
    for (EndUser user : known) {
      byHeronId.put(user.heronId(), user);
      heronIds.put(user.endUserId(), user.heronId());
    }
  }

  synchronized void clear() {
    byHeronId.clear();
    heronIds.clear();
  }
}
