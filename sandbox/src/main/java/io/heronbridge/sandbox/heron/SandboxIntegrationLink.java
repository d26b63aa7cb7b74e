package io.heronbridge.sandbox.heron;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Json;
import io.heronbridge.sandbox.memory.MemoryJson;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** One item made known to the simulated Heron. */
public final class SandboxIntegrationLink {
  private final Home home;
  private final String itemId;
  private final String endUserHeronId;
  private final String endUserId;
  private final String dataSourceId = HeronIds.fresh("dso");
  private final Instant created = Instant.now();
  private Instant lastUpdated = created;

  /** The integration that a link belongs to, and the type that its links have. */
  record Home(String integrationId, String linkType) {}

  private Optional<Instant> lastSync = Optional.empty();
  private Optional<String> message = Optional.empty();
  private LinkStatus status = LinkStatus.PENDING;
  private String accessToken;

  SandboxIntegrationLink(Home home, EndUser endUser, String itemId, String token) {
    this.home = home;
    this.itemId = itemId;
    this.endUserHeronId = endUser.heronId();
    this.endUserId = endUser.endUserId();
    this.accessToken = token;
  }

  public String integrationId() {
    return home.integrationId();
  }

  public String itemId() {
    return itemId;
  }

  public String endUserId() {
    return endUserId;
  }

  String endUserHeronId() {
    return endUserHeronId;
  }

  String dataSourceId() {
    return dataSourceId;
  }

  public synchronized String accessToken() {
    return accessToken;
  }

  public synchronized LinkStatus status() {
    return status;
  }

  public synchronized Optional<String> message() {
    return message;
  }

  public synchronized Optional<Instant> lastSync() {
    return lastSync;
  }

  synchronized void move(LinkStatus next) {
    status = next;
    message = Optional.empty();
    lastUpdated = Instant.now();
  }

  synchronized void synced() {
    move(LinkStatus.ACTIVE);
    lastSync = Optional.of(lastUpdated);
  }

  /** Whether the link was not erroring before. */
  synchronized boolean failed(String reason) {
    boolean isNews = status != LinkStatus.ERRORING;
    move(LinkStatus.ERRORING);
    message = Optional.of(reason);
    return isNews;
  }

  synchronized void replaceToken(String fresh) {
    accessToken = fresh;
    move(LinkStatus.PENDING);
  }

  synchronized JsonObject toJson() {
    return Json.object(
        "created", date(created),
        "item_id", itemId,
        "last_successful_sync", lastSync.map(SandboxIntegrationLink::date),
        "last_updated", date(lastUpdated),
        "status", status.word(),
        "status_message", message,
        "type", home.linkType());
  }

  private static String date(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /** All fields, for the next run. */
  synchronized JsonElement remember() {
    return MemoryJson.write(this);
  }

  /** The form that only the answer to the creation has. */
  JsonObject toNewJson() {
    JsonObject json = toJson();
    json.addProperty("data_source_heron_id", dataSourceId);
    return json;
  }

  /** The view for people who watch the sandbox. */
  public JsonObject overview() {
    JsonObject json = toNewJson();
    json.addProperty("integration_heron_id", home.integrationId());
    json.addProperty("end_user_id", endUserId);
    json.addProperty("access_token", accessToken());
    return json;
  }
}
