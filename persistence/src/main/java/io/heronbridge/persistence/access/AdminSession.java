package io.heronbridge.persistence.access;

import io.heronbridge.persistence.secret.Secret;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** One browser in which a person is signed in; it lives in the database and survives its node. */
@Entity
@Table(name = "admin_session")
public class AdminSession {
  @Id private UUID id;

  @Column(name = "token_hash")
  private byte[] tokenHash;

  @ManyToOne(fetch = FetchType.EAGER)
  @JoinColumn(name = "admin_user")
  private AdminUser user;

  @Column(name = "csrf_token")
  private String csrfToken;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  /** To the minute. */
  @Column(name = "last_seen_at")
  private Instant lastSeenAt;

  /** Null in sessions that began before it was noted. */
  @Enumerated(EnumType.STRING)
  private Origin origin;

  protected AdminSession() {}

  public AdminSession(AdminUser user, Secret token, String csrfToken, Origin origin, Instant now) {
    this.id = UUID.randomUUID();
    this.user = user;
    this.tokenHash = token.hash();
    this.csrfToken = csrfToken;
    this.origin = origin;
    this.createdAt = now;
    this.lastSeenAt = now;
  }

  /** A new session of the same browser, which knows nothing of this one's tokens. */
  public AdminSession anew(Secret token, String csrfToken, Instant now) {
    return new AdminSession(user, token, csrfToken, origin, now);
  }

  public void lastUntil(Instant expiry) {
    this.expiresAt = expiry;
  }

  public UUID id() {
    return id;
  }

  /** Whether this is the browser that holds the token. */
  public boolean isOf(Secret token) {
    return Arrays.equals(tokenHash, token.hash());
  }

  public AdminUser user() {
    return user;
  }

  public String csrfToken() {
    return csrfToken;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant lastSeenAt() {
    return lastSeenAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  public Optional<Origin> origin() {
    return Optional.ofNullable(origin);
  }
}
