package io.heronbridge.persistence.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
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

  @Column(name = "last_sign_in_at")
  private Instant lastSignInAt;

  @Column(name = "deactivated_at")
  private Instant deactivatedAt;

  /** Until when a password that was made for the person lets them in; null for one of their own. */
  @Column(name = "one_time_until")
  private Instant oneTimeUntil;

  protected AdminUser() {}

  public AdminUser(String username, String passwordHash, Role role, Instant now) {
    this.id = UUID.randomUUID();
    this.username = username;
    this.passwordHash = passwordHash;
    this.role = role;
    this.createdAt = now;
  }

  public void take(Role role) {
    this.role = role;
  }

  /** From now on the person comes in with a password that was chosen. */
  public void choosePassword(String hash) {
    this.passwordHash = hash;
    this.oneTimeUntil = null;
  }

  /** From now on the person comes in with a password made for them, to choose their own. */
  public void receivePassword(String hash, Instant until) {
    this.passwordHash = hash;
    this.oneTimeUntil = until;
  }

  /**
   * May not come in any more.
   *
   * @throws IllegalStateException when that is so already
   */
  public void deactivate(Instant now) {
    requireActive(true);
    this.deactivatedAt = now;
  }

  /**
   * May come in again.
   *
   * @throws IllegalStateException when that is so already
   */
  public void reactivate() {
    requireActive(false);
    this.deactivatedAt = null;
  }

  private void requireActive(boolean wanted) {
    if (isActive() != wanted) {
      throw new IllegalStateException(
          "user %s is %s".formatted(username, wanted ? "deactivated" : "active"));
    }
  }

  public boolean isActive() {
    return deactivatedAt == null;
  }

  /** Whether the person must choose a password before anything else. */
  public boolean isNewcomer() {
    return oneTimeUntil != null;
  }

  /** The container's group names the person carries now. */
  public Set<String> groups() {
    return isNewcomer() ? Set.of(Role.Names.NEWCOMER) : role.groups();
  }

  public Optional<Instant> oneTimeUntil() {
    return Optional.ofNullable(oneTimeUntil);
  }

  public Optional<Instant> deactivatedAt() {
    return Optional.ofNullable(deactivatedAt);
  }

  public Optional<Instant> lastSignInAt() {
    return Optional.ofNullable(lastSignInAt);
  }

  public Instant createdAt() {
    return createdAt;
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
