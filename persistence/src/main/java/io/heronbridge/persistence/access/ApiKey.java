package io.heronbridge.persistence.access;

import io.heronbridge.persistence.integration.WordList;
import io.heronbridge.persistence.secret.Secret;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A key with which the lender's systems call the REST API. */
@Entity
@Table(name = "api_key")
public class ApiKey {
  @Id private UUID id;
  private String name;

  @Column(name = "key_hash")
  private byte[] keyHash;

  private String hint;

  @Column(name = "read_only")
  private boolean readOnly;

  /** Integrations the key is limited to; empty means all. */
  @Convert(converter = WordList.class)
  private List<String> integrations;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  /** To the minute. */
  @Column(name = "last_used_at")
  private Instant lastUsedAt;

  @Column(name = "previous_hash")
  private byte[] previousHash;

  @Column(name = "previous_until")
  private Instant previousUntil;

  protected ApiKey() {}

  public ApiKey(String name, Secret key, boolean readOnly, Instant now) {
    this.id = UUID.randomUUID();
    this.name = name;
    this.keyHash = key.hash();
    this.hint = key.hint();
    this.readOnly = readOnly;
    this.integrations = List.of();
    this.createdAt = now;
  }

  /** From now on the key is for these integrations only. */
  public void limitTo(List<UUID> only) {
    this.integrations = only.stream().map(UUID::toString).toList();
  }

  /** The key ends by itself. */
  public void lastUntil(Instant expiry) {
    this.expiresAt = expiry;
  }

  /**
   * A new value takes the place of the present one, which works until the moment given. One that
   * was replaced earlier ends now.
   */
  public void rotate(Secret key, Instant oneMore) {
    this.previousHash = keyHash;
    this.previousUntil = oneMore;
    this.keyHash = key.hash();
    this.hint = key.hint();
  }

  /** No value of the key works any more. */
  public void revoke(Instant now) {
    this.revokedAt = now;
  }

  public UUID id() {
    return id;
  }

  public String name() {
    return name;
  }

  public String hint() {
    return hint;
  }

  public boolean isReadOnly() {
    return readOnly;
  }

  public List<String> integrations() {
    return integrations;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Optional<Instant> expiresAt() {
    return Optional.ofNullable(expiresAt);
  }

  public Optional<Instant> lastUsedAt() {
    return Optional.ofNullable(lastUsedAt);
  }

  public Optional<Instant> previousUntil() {
    return Optional.ofNullable(previousUntil);
  }

  public Optional<Instant> revokedAt() {
    return Optional.ofNullable(revokedAt);
  }
}
