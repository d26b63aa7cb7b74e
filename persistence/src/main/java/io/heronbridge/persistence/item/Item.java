package io.heronbridge.persistence.item;

import io.heronbridge.persistence.enduser.EndUser;
import io.heronbridge.persistence.integration.Integration;
import io.heronbridge.persistence.secret.Purpose;
import io.heronbridge.persistence.secret.Secret;
import io.heronbridge.persistence.secret.SecretCipher;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One login of one end user at one bank. It never changes its end user. */
@Entity
@Table(name = "item")
public class Item {
  @Id private UUID id;

  @Column(name = "item_id")
  private String itemId;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "integration")
  private Integration integration;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "end_user")
  private EndUser endUser;

  /** Sealed; null once the item is removed. */
  @Column(name = "access_token")
  private byte[] sealedAccessToken;

  @Embedded private Bank bank;

  @Enumerated(EnumType.STRING)
  private ItemStatus status;

  @Column(name = "error_code")
  private String errorCode;

  @Column(name = "error_message")
  private String errorMessage;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "removed_at")
  private Instant removedAt;

  protected Item() {}

  public Item(ItemId itemId, Integration integration, EndUser endUser, Bank bank, Instant now) {
    this.id = UUID.randomUUID();
    this.itemId = itemId.value();
    this.integration = integration;
    this.endUser = endUser;
    this.bank = bank;
    this.status = ItemStatus.ACTIVE;
    this.createdAt = now;
  }

  public void keepAccessToken(SecretCipher cipher, Secret accessToken) {
    this.sealedAccessToken = cipher.seal(Purpose.ACCESS_TOKEN, id, accessToken);
  }

  /** The access token; empty once the item is removed. */
  public Optional<Secret> accessToken(SecretCipher cipher) {
    return Optional.ofNullable(sealedAccessToken)
        .map(token -> cipher.openSecret(Purpose.ACCESS_TOKEN, id, token));
  }

  /** Plaid says the item is in trouble; a removed item stays removed. */
  public void report(ItemStatus trouble, String code, String message) {
    if (status == ItemStatus.REMOVED) {
      return;
    }
    this.status = trouble;
    this.errorCode = code;
    this.errorMessage = message;
  }

  /** Plaid says the item is well again; a removed item stays removed. */
  public void repair() {
    report(ItemStatus.ACTIVE, null, null);
  }

  /** The item is gone at Plaid: its token is forgotten, its history kept. */
  public void remove(Instant now) {
    this.status = ItemStatus.REMOVED;
    this.sealedAccessToken = null;
    this.errorCode = null;
    this.errorMessage = null;
    this.removedAt = now;
  }

  public boolean isRemoved() {
    return status == ItemStatus.REMOVED;
  }

  public UUID id() {
    return id;
  }

  public ItemId itemId() {
    return new ItemId(itemId);
  }

  public Integration integration() {
    return integration;
  }

  public EndUser endUser() {
    return endUser;
  }

  public Bank bank() {
    return bank;
  }

  public ItemStatus status() {
    return status;
  }

  public Optional<String> errorCode() {
    return Optional.ofNullable(errorCode);
  }

  public Optional<String> errorMessage() {
    return Optional.ofNullable(errorMessage);
  }

  public Instant createdAt() {
    return createdAt;
  }
}
