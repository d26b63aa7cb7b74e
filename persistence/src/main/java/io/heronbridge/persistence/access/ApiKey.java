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
}
