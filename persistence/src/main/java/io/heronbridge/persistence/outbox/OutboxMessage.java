package io.heronbridge.persistence.outbox;

import static io.heronbridge.persistence.outbox.MessageState.ARROWS;
import static io.heronbridge.persistence.outbox.MessageState.CANCELLED;
import static io.heronbridge.persistence.outbox.MessageState.DEAD;
import static io.heronbridge.persistence.outbox.MessageState.DELIVERED;
import static io.heronbridge.persistence.outbox.MessageState.LEASED;
import static io.heronbridge.persistence.outbox.MessageState.PENDING;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Work promised in the transaction of the change that caused it. Claiming (to LEASED) is done by
 * one SQL statement over many rows, see {@link OutboxMessages}; every other arrow is a verb here.
 */
@Entity
@Table(name = "outbox_message")
public class OutboxMessage {
  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  private MessageKind kind;

  private UUID subject;
  private UUID integration;

  /** First attempts within a lane keep their order; null when no order is wanted. */
  private String lane;

  @Enumerated(EnumType.STRING)
  private MessageState state;

  /** When it may be claimed; while leased, when the lease ends. */
  @Column(name = "due_at")
  private Instant dueAt;

  /** The fence: grows with every claim, and an outcome counts only under the current number. */
  @Column(name = "claim_number")
  private int claimNumber;

  @Column(name = "lease_owner")
  private String leaseOwner;

  /** Calls made for the present submission: the retry budget. */
  private int attempts;

  /** Claims that ended without an outcome: the sign of a message that kills its node. */
  private int abandoned;

  private boolean uncertain;

  /** Claimed after everything that somebody may be waiting for. */
  private boolean bulk;

  @Column(name = "waiting_for")
  private String waitingFor;

  /** After this instant delivering is pointless; null means never. */
  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "finished_at")
  private Instant finishedAt;

  protected OutboxMessage() {}

  public OutboxMessage(MessageKind kind, UUID subject, UUID integration, Instant now) {
    this.id = UUID.randomUUID();
    this.kind = kind;
    this.subject = subject;
    this.integration = integration;
    this.state = PENDING;
    this.dueAt = now;
    this.createdAt = now;
  }

  /**
   * Keeps the order of first attempts within the lane, and forgets the message after the expiry.
   */
  public void inLane(String laneName, Instant expiry) {
    this.lane = laneName;
    this.expiresAt = expiry;
  }

  /** Nobody waits for it: everything else may go first. */
  public void giveWay() {
    this.bulk = true;
  }

  /** Not before something else has happened, or the instant has come. */
  public void holdUntil(Instant latest, String reason) {
    go(PENDING, "hold");
    this.dueAt = latest;
    this.waitingFor = reason;
  }

  /** What it waited for has happened. */
  public void letGo(Instant now) {
    if (state == PENDING && waitingFor != null) {
      go(PENDING, "let go");
      this.dueAt = now;
      this.waitingFor = null;
    }
  }

  public void complete(Instant now) {
    finish(DELIVERED, "complete", now);
  }

  /** The attempt failed and another follows. */
  public void retry(Instant nextAttempt, boolean mayHaveTakenEffect) {
    go(PENDING, "retry");
    this.dueAt = nextAttempt;
    this.leaseOwner = null;
    this.uncertain = mayHaveTakenEffect;
    this.abandoned = 0;
    this.waitingFor = null;
  }

  /** Not the message's fault: it waits for something else, and the attempt is given back. */
  public void putBack(Instant nextAttempt, String reason) {
    go(PENDING, "put back");
    this.dueAt = nextAttempt;
    this.leaseOwner = null;
    this.abandoned = 0;
    this.waitingFor = reason;
  }

  /** Will not be tried again unless a person asks. */
  public void bury(Instant now) {
    finish(DEAD, "bury", now);
  }

  /** A person asks for it: from the start when it was dead, at once when it waits. */
  public void resend(Instant now) {
    if (state == DEAD) {
      this.attempts = 0;
      this.abandoned = 0;
      this.finishedAt = null;
    }
    if (ARROWS.lead(state, PENDING, "resend")) {
      go(PENDING, "resend");
      this.dueAt = now;
      this.waitingFor = null;
      this.bulk = false;
    }
  }

  /** The same work is wanted once more, from the start; what is waiting or under way will do. */
  public void again(Instant now) {
    if (ARROWS.lead(state, PENDING, "again")) {
      go(PENDING, "again");
      this.attempts = 0;
      this.abandoned = 0;
      this.uncertain = false;
      this.finishedAt = null;
      this.dueAt = now;
    }
  }

  /**
   * The work is pointless now; a call under way is not stopped, but its outcome no longer counts.
   */
  public void cancel(Instant now) {
    if (ARROWS.lead(state, CANCELLED, "cancel")) {
      this.claimNumber++;
      finish(CANCELLED, "cancel", now);
    }
  }

  public void countAttempt() {
    this.attempts++;
  }

  private void finish(MessageState end, String verb, Instant now) {
    go(end, verb);
    this.leaseOwner = null;
    this.finishedAt = now;
    this.waitingFor = null;
  }

  private void go(MessageState to, String verb) {
    this.state = ARROWS.follow(state, to, verb, "message " + id);
  }

  /** Whether an outcome of that claim still counts. */
  public boolean isLeasedUnder(int number) {
    return state == LEASED && claimNumber == number;
  }

  public UUID id() {
    return id;
  }

  public MessageKind kind() {
    return kind;
  }

  public UUID subject() {
    return subject;
  }

  public UUID integration() {
    return integration;
  }

  public MessageState state() {
    return state;
  }

  public Instant dueAt() {
    return dueAt;
  }

  public int claimNumber() {
    return claimNumber;
  }

  public int attempts() {
    return attempts;
  }

  public Optional<String> waitingFor() {
    return Optional.ofNullable(waitingFor);
  }

  public Optional<Instant> expiresAt() {
    return Optional.ofNullable(expiresAt);
  }
}
