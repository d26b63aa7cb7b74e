package io.heronbridge.sandbox.http;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** The fate of one parcel: every attempt and how it ended. */
public final class Delivery {
  private final long id;
  private final Parcel parcel;
  private final Instant createdAt = Instant.now();
  private final List<Attempt> attempts = new CopyOnWriteArrayList<>();
  private volatile State state = State.PENDING;

  /** Where a delivery stands. */
  public enum State {
    PENDING,
    DELIVERED,
    GIVEN_UP
  }

  /** One try; status 0 means that no answer came, and the note says why. */
  public record Attempt(Instant at, int status, String note) {}

  Delivery(long id, Parcel parcel) {
    this.id = id;
    this.parcel = parcel;
  }

  public long id() {
    return id;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** Whether the body holds this text. */
  public boolean mentions(String text) {
    return new String(parcel.body(), StandardCharsets.UTF_8).contains(text);
  }

  public Parcel parcel() {
    return parcel;
  }

  public List<Attempt> attempts() {
    return List.copyOf(attempts);
  }

  public State state() {
    return state;
  }

  void add(Attempt attempt) {
    attempts.add(attempt);
  }

  void end(State end) {
    state = end;
  }

  public JsonObject toJson() {
    return Json.object(
        "id", id,
        "label", parcel.label(),
        "url", parcel.url(),
        "body", new String(parcel.body(), StandardCharsets.UTF_8),
        "created_at", createdAt,
        "state", state.name().toLowerCase(Locale.ROOT),
        "attempts", attempts.stream().map(Delivery::describe).toList());
  }

  private static JsonObject describe(Attempt attempt) {
    return Json.object("at", attempt.at(), "status", attempt.status(), "note", attempt.note());
  }
}
