package io.heronbridge.persistence.exchange;

import static io.heronbridge.persistence.exchange.ClaimState.EXCHANGED;
import static io.heronbridge.persistence.exchange.ClaimState.LOST;
import static io.heronbridge.persistence.exchange.ClaimState.REFUSED;
import static io.heronbridge.persistence.exchange.ClaimState.STARTED;

import io.heronbridge.persistence.enduser.EndUser;
import io.heronbridge.persistence.integration.Integration;
import io.heronbridge.persistence.item.Bank;
import io.heronbridge.persistence.item.Item;
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

/**
 * One public token and our claim to exchange it: at most one node asks Plaid at a time, and a node
 * that died is succeeded once its lease has run out.
 */
@Entity
@Table(name = "public_token_claim")
public class PublicTokenClaim {
  @Id private UUID id;

  @Column(name = "public_token_hash")
  private byte[] publicTokenHash;

  /** Sealed while the exchange is open, so that another node can go on; null afterwards. */
  @Column(name = "public_token")
  private byte[] sealedPublicToken;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "integration")
  private Integration integration;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "end_user")
  private EndUser endUser;

  @Embedded private Bank bank;

  /** Plaid's {@code link_session_id}, which Plaid's support asks for. */
  @Column(name = "plaid_session_id")
  private String plaidSessionId;

  @Enumerated(EnumType.STRING)
  private ClaimState state;

  /**
   * Times Plaid may have been asked; above 1, a refusal no longer proves that nothing was
   * exchanged.
   */
  private int calls;

  @Column(name = "claim_number")
  private int claimNumber;

  @Column(name = "lease_owner")
  private String leaseOwner;

  @Column(name = "lease_until")
  private Instant leaseUntil;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "item")
  private Item item;

  /** The row of the item that is removed once this claim has brought its own; null for none. */
  private UUID replaces;

  /** The hosted link it came through; null when the lender's backend handed it in. */
  @Column(name = "link_session")
  private UUID linkSession;

  /** Who handed the public token in, as the audit trail names them. */
  @Column(name = "requested_by")
  private String requestedBy;

  @Column(name = "error_code")
  private String errorCode;

  @Column(name = "request_id")
  private String requestId;

  @Column(name = "created_at")
  private Instant createdAt;

  protected PublicTokenClaim() {}

  public PublicTokenClaim(
      Integration integration, EndUser endUser, Bank bank, String plaidSessionId) {
    this.id = UUID.randomUUID();
    this.integration = integration;
    this.endUser = endUser;
    this.bank = bank;
    this.plaidSessionId = plaidSessionId;
    this.state = STARTED;
  }

  public void requestedBy(String actor) {
    this.requestedBy = actor;
  }

  /** The public token came through a hosted link. */
  public void cameThrough(UUID session) {
    this.linkSession = session;
  }

  /** What this claim brings takes the place of an item the end user has. */
  public void replace(UUID old) {
    this.replaces = old;
  }

  public void keepPublicToken(SecretCipher cipher, Secret publicToken, Instant now) {
    this.publicTokenHash = publicToken.hash();
    this.sealedPublicToken = cipher.seal(Purpose.PUBLIC_TOKEN, id, publicToken);
    this.createdAt = now;
    this.leaseUntil = now;
  }

  /** Takes the lease; the caller may ask Plaid until it ends. */
  public void lease(String owner, Instant until) {
    go(STARTED, "lease");
    this.leaseOwner = owner;
    this.leaseUntil = until;
    this.claimNumber++;
    this.calls++;
  }

  /** Plaid did not take the call, so nothing was exchanged; anyone may try again. */
  public void release(Instant now) {
    go(STARTED, "release");
    this.leaseUntil = now;
    this.leaseOwner = null;
    this.calls--;
  }

  /** Plaid may or may not have exchanged it; the next holder of the lease finds out. */
  public void leaveOpen(Instant retryAt) {
    go(STARTED, "leave open");
    this.leaseUntil = retryAt;
    this.leaseOwner = null;
  }

  public void exchanged(Item exchangedItem, String plaidRequestId) {
    go(EXCHANGED, "exchanged");
    this.item = exchangedItem;
    this.requestId = plaidRequestId;
    this.errorCode = null;
    this.sealedPublicToken = null;
  }

  /**
   * Plaid gave an item that belongs to somebody else here; whatever came before, this is the end.
   */
  public void exchangedForAnother(String plaidRequestId) {
    if (state != REFUSED) {
      go(REFUSED, "exchanged for another");
    }
    end("ITEM_OF_ANOTHER_END_USER", plaidRequestId);
  }

  public void refused(String code, String plaidRequestId) {
    go(REFUSED, "refuse");
    end(code, plaidRequestId);
  }

  public void lost(String code, String plaidRequestId) {
    go(LOST, "lose");
    end(code, plaidRequestId);
  }

  private void end(String code, String plaidRequestId) {
    this.errorCode = code;
    this.requestId = plaidRequestId;
    this.sealedPublicToken = null;
  }

  private void go(ClaimState to, String verb) {
    this.state = ClaimState.ARROWS.follow(state, to, verb, "claim " + id);
  }

  public boolean isHeldBy(int number) {
    return state == STARTED && claimNumber == number;
  }

  public boolean isLeased(Instant now) {
    return state == STARTED && leaseUntil.isAfter(now);
  }

  public boolean belongsTo(UUID integrationId, UUID endUserRow) {
    return integration.id().equals(integrationId) && endUser.id().equals(endUserRow);
  }

  public Secret publicToken(SecretCipher cipher) {
    return cipher.openSecret(Purpose.PUBLIC_TOKEN, id, sealedPublicToken);
  }

  public UUID id() {
    return id;
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

  public String requestedBy() {
    return requestedBy;
  }

  public Optional<String> plaidSessionId() {
    return Optional.ofNullable(plaidSessionId);
  }

  public ClaimState state() {
    return state;
  }

  public int calls() {
    return calls;
  }

  public int claimNumber() {
    return claimNumber;
  }

  public Instant leaseUntil() {
    return leaseUntil;
  }

  public Optional<Item> item() {
    return Optional.ofNullable(item);
  }

  /** The row of the item to be removed once this claim has brought its own. */
  public Optional<UUID> replaces() {
    return Optional.ofNullable(replaces);
  }

  public Optional<UUID> linkSession() {
    return Optional.ofNullable(linkSession);
  }

  public Optional<String> errorCode() {
    return Optional.ofNullable(errorCode);
  }

  public Optional<String> requestId() {
    return Optional.ofNullable(requestId);
  }

  public Instant createdAt() {
    return createdAt;
  }
}
