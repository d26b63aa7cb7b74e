package io.heronbridge.persistence.enduser;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One customer of the lender. */
@Entity
@Table(name = "end_user")
public class EndUser {
  /** Opaque; the only id of the person that Plaid ever sees ({@code client_user_id}). */
  @Id private UUID id;

  @Column(name = "end_user_id")
  private String endUserId;

  private String name;

  @Column(name = "created_at")
  private Instant createdAt;

  protected EndUser() {}

  public EndUser(EndUserId endUserId, String name, Instant now) {
    this.id = UUID.randomUUID();
    this.endUserId = endUserId.value();
    this.name = name;
    this.createdAt = now;
  }

  public void rename(String newName) {
    this.name = newName;
  }

  public UUID id() {
    return id;
  }

  public EndUserId endUserId() {
    return new EndUserId(endUserId);
  }

  public Optional<String> name() {
    return Optional.ofNullable(name);
  }

  public Instant createdAt() {
    return createdAt;
  }
}
