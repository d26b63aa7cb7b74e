package io.heronbridge.persistence.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A person who may use the admin portal. */
@Entity
@Table(name = "admin_user")
public class AdminUser {
  @Id private UUID id;
  private String username;

  /** As Jakarta Security's Pbkdf2PasswordHash writes it: algorithm, iterations, salt, hash. */
  @Column(name = "password_hash")
  private String passwordHash;

  @Enumerated(EnumType.STRING)
  private Role role;

  @Column(name = "created_at")
  private Instant createdAt;

  protected AdminUser() {}

  public AdminUser(String username, String passwordHash, Role role, Instant now) {
    this.id = UUID.randomUUID();
    this.username = username;
    this.passwordHash = passwordHash;
    this.role = role;
    this.createdAt = now;
  }

  public UUID id() {
    return id;
  }

  public String username() {
    return username;
  }

  public String passwordHash() {
    return passwordHash;
  }

  public Role role() {
    return role;
  }
}
