package io.heronbridge.persistence.item;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One thing that was said of an item or done to it; never changed afterwards. */
@Entity
@Table(name = "item_event")
public class ItemEvent {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "item_event_id_seq")
  @SequenceGenerator(name = "item_event_id_seq", allocationSize = 1)
  private Long id;

  private UUID item;

  @Enumerated(EnumType.STRING)
  private ItemEventKind kind;

  /** Plaid's error or webhook code, or Heron's status. */
  private String code;

  private String message;

  /** When Plaid will end the connection; null unless Plaid named a day. */
  private Instant deadline;

  private String source;

  /** When it was said: the order in which events count. */
  @Column(name = "told_at")
  private Instant toldAt;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  protected ItemEvent() {}

  /**
   * @param source {@code webhook:id}, {@code reading}, or a person as the audit trail names them
   */
  public ItemEvent(UUID item, Saying saying, String source, Instant toldAt) {
    this.item = item;
    this.kind = saying.kind();
    this.code = saying.code();
    this.message = saying.message();
    this.deadline = saying.deadline();
    this.source = source;
    this.toldAt = toldAt;
  }

  public void record(Instant now) {
    this.recordedAt = now;
  }

  public long id() {
    return id;
  }

  /** The item's own id. */
  public UUID item() {
    return item;
  }

  public ItemEventKind kind() {
    return kind;
  }

  public Optional<String> code() {
    return Optional.ofNullable(code);
  }

  public Optional<String> message() {
    return Optional.ofNullable(message);
  }

  public Optional<Instant> deadline() {
    return Optional.ofNullable(deadline);
  }

  public String source() {
    return source;
  }

  public Instant toldAt() {
    return toldAt;
  }

  public Instant recordedAt() {
    return recordedAt;
  }
}
