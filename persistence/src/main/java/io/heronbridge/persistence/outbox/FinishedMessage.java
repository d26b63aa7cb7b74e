package io.heronbridge.persistence.outbox;

import static io.heronbridge.persistence.outbox.MessageState.ARROWS;
import static io.heronbridge.persistence.outbox.MessageState.CANCELLED;

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
 * A message that has left the outbox: delivered, dead or cancelled. It keeps its id and its fence,
 * so that the same message may come back, see {@link Comeback}.
 */
@Entity
@Table(name = "finished_message")
public class FinishedMessage {
  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  private MessageKind kind;

  private UUID subject;
  private UUID integration;

  @Enumerated(EnumType.STRING)
  private MessageState state;

  @Column(name = "claim_number")
  private int claimNumber;

  private int attempts;
  private boolean uncertain;
  private String lane;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "finished_at")
  private Instant finishedAt;

  protected FinishedMessage() {}

  /** A dead message has become pointless: nobody needs to look at it. */
  public void cancel() {
    if (ARROWS.lead(state, CANCELLED, "cancel")) {
      this.state = ARROWS.follow(state, CANCELLED, "cancel", "message " + id);
    }
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

  int claimNumber() {
    return claimNumber;
  }

  boolean isUncertain() {
    return uncertain;
  }

  Optional<String> lane() {
    return Optional.ofNullable(lane);
  }

  Optional<Instant> expiresAt() {
    return Optional.ofNullable(expiresAt);
  }

  Instant createdAt() {
    return createdAt;
  }
}
