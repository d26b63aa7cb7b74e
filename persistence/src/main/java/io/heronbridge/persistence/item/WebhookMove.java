package io.heronbridge.persistence.item;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** That an item's webhook at Plaid is to point to where we want it, and how that went. */
@Entity
@Table(name = "webhook_move")
public class WebhookMove {
  @Id private UUID item;

  @Enumerated(EnumType.STRING)
  private WebhookMoveStatus status;

  private String detail;

  @Column(name = "changed_at")
  private Instant changedAt;

  protected WebhookMove() {}

  public WebhookMove(Item item, Instant now) {
    this.item = item.id();
    become(WebhookMoveStatus.PENDING, null, now);
  }

  /** It is wanted once more. */
  public void again(Instant now) {
    become(WebhookMoveStatus.PENDING, null, now);
  }

  public void moved(Instant now) {
    become(WebhookMoveStatus.MOVED, null, now);
  }

  public void fail(String why, Instant now) {
    become(WebhookMoveStatus.FAILED, why, now);
  }

  private void become(WebhookMoveStatus next, String why, Instant now) {
    this.status = next;
    this.detail = why;
    this.changedAt = now;
  }

  public UUID item() {
    return item;
  }

  public WebhookMoveStatus status() {
    return status;
  }

  public Optional<String> detail() {
    return Optional.ofNullable(detail);
  }

  public Instant changedAt() {
    return changedAt;
  }
}
