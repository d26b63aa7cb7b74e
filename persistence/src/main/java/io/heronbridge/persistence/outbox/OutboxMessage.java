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
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Work promised in the transaction of the change that caused it. Claiming (to LEASED) is done by
 * one SQL statement over many rows, see {@link OutboxQueues}; every other arrow is a verb here.
 * What is finished leaves the table in the same transaction and becomes a {@link FinishedMessage}.
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

  /** How it ended; the row never says so, since it leaves the table in the same transaction. */
  @Transient private MessageState end;

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

  @Enumerated(EnumType.ORDINAL)
  private Priority priority;

  @Column(name = "waiting_for")
  private String waitingFor;

  /** After this instant delivering is pointless; null means never. */
  @Column(name = "expires_at")
  private Instant expiresAt;

  /** The request that promised it, after W3C Trace Context; null when it was none. */
  private String traceparent;

  @Column(name = "created_at")
  private Instant createdAt;

  protected OutboxMessage() {}

  public OutboxMessage(MessageKind kind, UUID subject, UUID integration, Instant now) {
    this.id = UUID.randomUUID();
    this.kind = kind;
    this.subject = subject;
    this.integration = integration;
    this.state = PENDING;
    this.priority = Priority.of(kind);
    this.dueAt = now;
    this.createdAt = now;
  }

  /**
   * The same message comes back into the outbox, with a new budget of attempts.
   *
   * <p>What a person resends may have taken effect before; work that is wanted again is wanted
   * although it did.
   */
  OutboxMessage(FinishedMessage finished, Comeback why, Instant now) {
    this(finished.kind(), finished.subject(), finished.integration(), now);
    this.id = finished.id();
    this.state = ARROWS.follow(finished.state(), PENDING, why.verb(), "message " + id);
    this.lane = finished.lane().orElse(null);
    this.expiresAt = finished.expiresAt().orElse(null);
    this.createdAt = finished.createdAt();
    this.claimNumber = finished.claimNumber();
    this.uncertain = why == Comeback.RESEND && finished.isUncertain();
  }

  /**
   * Keeps the order of first attempts within the lane, and forgets the message after the expiry.
   */
  public void inLane(String laneName, Instant expiry) {
    this.lane = laneName;
    this.expiresAt = expiry;
  }

  /** Whose trace its attempts belong to. */
  public void causedBy(String place) {
    this.traceparent = place;
  }

  /** Nobody waits for it: everything else may go first. */
  public void giveWay() {
    this.priority = priority.givingWay();
  }

  /** Not before something else has happened, or the instant has come. */
  public void holdUntil(Instant latest, String reason) {
    go(PENDING, "hold");
    this.dueAt = latest;
    this.waitingFor = reason;
  }

  /** What it waited for has happened. */
  public void letGo(Instant now) {
    if (state() == PENDING && waitingFor != null) {
      go(PENDING, "let go");
      this.dueAt = now;
      this.waitingFor = null;
    }
  }

  public void complete() {
    finish(DELIVERED, "complete");
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
  public void bury() {
    finish(DEAD, "bury");
  }

  /** The same after a call that may have taken effect: whoever resends it looks first. */
  public void buryUncertain() {
    this.uncertain = true;
    bury();
  }

  /** A person asks for it while it waits: it is tried at once. */
  public void resend(Instant now) {
    if (state() == PENDING) {
      go(PENDING, "resend");
      this.dueAt = now;
      this.waitingFor = null;
      this.priority = Priority.of(kind);
    }
  }

  /**
   * The work is pointless now; a call under way is not stopped, but its outcome no longer counts.
   */
  public void cancel() {
    this.claimNumber++;
    finish(CANCELLED, "cancel");
  }

  public void countAttempt() {
    this.attempts++;
  }

  private void finish(MessageState how, String verb) {
    this.end = ARROWS.follow(state(), how, verb, "message " + id);
  }

  private void go(MessageState to, String verb) {
    this.state = ARROWS.follow(state(), to, verb, "message " + id);
  }

  /** Whether an outcome of that claim still counts. */
  public boolean isLeasedUnder(int number) {
    return state() == LEASED && claimNumber == number;
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
    return end == null ? state : end;
  }

  /** Whether it is to leave the outbox. */
  public boolean isFinished() {
    return end != null;
  }

  public Priority priority() {
    return priority;
  }

  public Queue queue() {
    return new Queue(priority, integration);
  }

  boolean isUncertain() {
    return uncertain;
  }

  Optional<String> lane() {
    return Optional.ofNullable(lane);
  }

  Instant createdAt() {
    return createdAt;
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
