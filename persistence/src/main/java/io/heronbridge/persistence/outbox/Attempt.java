package io.heronbridge.persistence.outbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One try at delivering a message; kept for as long as the message's subject. */
@Entity
@Table(name = "attempt")
public class Attempt {
  @Id private UUID id;
  private UUID message;

  @Enumerated(EnumType.STRING)
  private MessageKind kind;

  private UUID subject;

  /** Position within the present submission, from 1. */
  private int number;

  @Column(name = "claim_number")
  private int claimNumber;

  private String node;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "duration_ms")
  private long durationMillis;

  @Enumerated(EnumType.STRING)
  private AttemptOutcome outcome;

  @Column(name = "http_status")
  private Integer httpStatus;

  /** What the other side said, shortened and without secrets. */
  private String detail;

  /** What happens next, in words for people. */
  @Column(name = "next_step")
  private String nextStep;

  protected Attempt() {}

  /**
   * @param number position within the present submission, from 1
   */
  public Attempt(Lease lease, int number, String node, Instant startedAt, Duration duration) {
    this.id = UUID.randomUUID();
    this.message = lease.messageId();
    this.kind = lease.kind();
    this.subject = lease.subject();
    this.number = number;
    this.claimNumber = lease.claimNumber();
    this.node = node;
    this.startedAt = startedAt;
    this.durationMillis = duration.toMillis();
  }

  /**
   * @param status HTTP status, null when no answer came
   */
  public void ended(AttemptOutcome end, Integer status, String what, String next) {
    this.outcome = end;
    this.httpStatus = status;
    this.detail = what;
    this.nextStep = next;
  }

  public UUID id() {
    return id;
  }

  public MessageKind kind() {
    return kind;
  }

  /** The integration link, item or webhook that the call was about. */
  public UUID subject() {
    return subject;
  }

  public int number() {
    return number;
  }

  public int claimNumber() {
    return claimNumber;
  }

  public String node() {
    return node;
  }

  public Instant startedAt() {
    return startedAt;
  }

  public Duration duration() {
    return Duration.ofMillis(durationMillis);
  }

  public AttemptOutcome outcome() {
    return outcome;
  }

  public Optional<Integer> httpStatus() {
    return Optional.ofNullable(httpStatus);
  }

  public Optional<String> detail() {
    return Optional.ofNullable(detail);
  }

  public Optional<String> nextStep() {
    return Optional.ofNullable(nextStep);
  }
}
