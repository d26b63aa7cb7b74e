package io.heronbridge.persistence.lenderevent;

import static io.heronbridge.persistence.lenderevent.LenderEventStatus.ARROWS;
import static io.heronbridge.persistence.lenderevent.LenderEventStatus.CANCELLED;
import static io.heronbridge.persistence.lenderevent.LenderEventStatus.DELIVERED;
import static io.heronbridge.persistence.lenderevent.LenderEventStatus.FAILED;
import static io.heronbridge.persistence.lenderevent.LenderEventStatus.PENDING;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Something that a lender's backend is told, and how far that has come. */
@Entity
@Table(name = "lender_event")
public class LenderEvent {
  @Id private UUID id;
  private UUID integration;

  @Enumerated(EnumType.STRING)
  private LenderEventType type;

  /** Plaid's; null for a test. */
  @Column(name = "item_id")
  private String itemId;

  /** The row, which may be erased meanwhile; null for a test. */
  @Column(name = "end_user")
  private UUID endUser;

  /** The same bytes in every attempt. */
  private String body;

  @Enumerated(EnumType.STRING)
  private LenderEventStatus status;

  private String reason;

  /** Calls made for the present round of attempts. */
  private int attempts;

  @Column(name = "next_attempt_at")
  private Instant nextAttemptAt;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "finished_at")
  private Instant finishedAt;

  protected LenderEvent() {}

  /**
   * Something has happened.
   *
   * @param body JSON, sent as it is
   */
  public LenderEvent(UUID integration, LenderEventType type, String body, Instant now) {
    this.id = UUID.randomUUID();
    this.integration = integration;
    this.type = type;
    this.body = body;
    this.status = PENDING;
    this.nextAttemptAt = now;
    this.createdAt = now;
  }

  /** Whom and what it is about; the end user by the row's id. */
  public void isAbout(String item, UUID person) {
    this.itemId = item;
    this.endUser = person;
  }

  /** The backend has taken it. */
  public void deliver(Instant now) {
    finish(DELIVERED, "deliver", null, now);
  }

  /** Not this time. */
  public void await(String why, Instant nextAttempt) {
    go(PENDING, "wait");
    this.reason = why;
    this.nextAttemptAt = nextAttempt;
  }

  /** Will not be tried again unless a person asks. */
  public void fail(String why, Instant now) {
    finish(FAILED, "fail", why, now);
  }

  /** Nobody wants to hear of it any more. */
  public void cancel(String why, Instant now) {
    finish(CANCELLED, "cancel", why, now);
  }

  /** A person wants it sent now, whatever became of it before. */
  public void resend(Instant now) {
    if (status != PENDING) {
      this.attempts = 0;
    }
    go(PENDING, "resend");
    this.reason = null;
    this.nextAttemptAt = now;
    this.finishedAt = null;
  }

  public void countAttempt() {
    this.attempts++;
  }

  private void finish(LenderEventStatus how, String verb, String why, Instant now) {
    go(how, verb);
    this.reason = why;
    this.nextAttemptAt = null;
    this.finishedAt = now;
  }

  private void go(LenderEventStatus to, String verb) {
    this.status = ARROWS.follow(status, to, verb, "event " + id);
  }

  public UUID id() {
    return id;
  }

  public UUID integration() {
    return integration;
  }

  public LenderEventType type() {
    return type;
  }

  public Optional<String> itemId() {
    return Optional.ofNullable(itemId);
  }

  public String body() {
    return body;
  }

  public LenderEventStatus status() {
    return status;
  }

  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  public int attempts() {
    return attempts;
  }

  public Optional<Instant> nextAttemptAt() {
    return Optional.ofNullable(nextAttemptAt);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Optional<Instant> finishedAt() {
    return Optional.ofNullable(finishedAt);
  }
}
