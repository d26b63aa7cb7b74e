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
import java.util.List;
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

  /** Whether the bank has accounts that the end user has not chosen yet. */
  @Column(name = "new_accounts")
  private boolean newAccounts;

  /** When Plaid will end the connection unless the end user renews it. */
  @Column(name = "disconnects_at")
  private Instant disconnectsAt;

  /** Set while the item is to be removed at Plaid and Plaid's answer is not recorded. */
  @Column(name = "removal_requested_at")
  private Instant removalRequestedAt;

  @Column(name = "removal_requested_by")
  private String removalRequestedBy;

  @Column(name = "plaid_read_at")
  private Instant plaidReadAt;

  /** Where Plaid sends the item's webhooks, as it said when it was last asked. */
  @Column(name = "plaid_webhook")
  private String plaidWebhook;

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

  /** Takes the health that follows from what was said of it; a removed item stays removed. */
  public void become(ItemHealth health) {
    if (status == ItemStatus.REMOVED) {
      return;
    }
    if (status != health.status()) {
      go(health.status(), "become");
    }
    this.errorCode = health.code();
    this.errorMessage = health.message();
    this.disconnectsAt = health.disconnectsAt();
    this.newAccounts = health.newAccounts();
  }

  /** The end user chose the accounts anew; without knowing which, the earlier ones stand. */
  public void choose(List<Account> accounts) {
    if (!accounts.isEmpty()) {
      this.bank = bank.with(accounts);
    }
  }

  /** Plaid was asked about the item, and told where its webhooks go. */
  public void wasRead(String webhook, Instant now) {
    this.plaidReadAt = now;
    this.plaidWebhook = webhook;
  }

  /** Somebody wants it gone; from now on that is carried through, whatever stops in between. */
  public void requestRemoval(String actor, Instant now) {
    if (removalRequestedAt == null && status != ItemStatus.REMOVED) {
      this.removalRequestedAt = now;
      this.removalRequestedBy = actor;
    }
  }

  /** Plaid would not remove it: it stays as it is until somebody asks again. */
  public void keepAfterAll() {
    this.removalRequestedAt = null;
    this.removalRequestedBy = null;
  }

  /** The item is gone at Plaid: its token is forgotten, its history kept. */
  public void remove(Instant now) {
    go(ItemStatus.REMOVED, "remove");
    this.sealedAccessToken = null;
    this.errorCode = null;
    this.errorMessage = null;
    this.disconnectsAt = null;
    this.newAccounts = false;
    this.removalRequestedAt = null;
    this.removedAt = now;
  }

  private void go(ItemStatus to, String verb) {
    this.status = ItemStatus.ARROWS.follow(status, to, verb, "item " + itemId);
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

  public Optional<Instant> removedAt() {
    return Optional.ofNullable(removedAt);
  }

  public boolean hasNewAccounts() {
    return newAccounts;
  }

  public Optional<Instant> disconnectsAt() {
    return Optional.ofNullable(disconnectsAt);
  }

  public Optional<Instant> removalRequestedAt() {
    return Optional.ofNullable(removalRequestedAt);
  }

  /** Who wanted it removed, as the audit trail names them. */
  public Optional<String> removalRequestedBy() {
    return Optional.ofNullable(removalRequestedBy);
  }

  public Optional<Instant> plaidReadAt() {
    return Optional.ofNullable(plaidReadAt);
  }

  public Optional<String> plaidWebhook() {
    return Optional.ofNullable(plaidWebhook);
  }
}
