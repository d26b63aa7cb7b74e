package io.heronbridge.persistence.access;

import io.heronbridge.persistence.secret.Secret;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
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

  protected AdminSession() {}

  public AdminSession(AdminUser user, Secret token, String csrfToken, Instant now) {
    this.id = UUID.randomUUID();
    this.user = user;
    this.tokenHash = token.hash();
    this.csrfToken = csrfToken;
    this.createdAt = now;
  }

  public void lastUntil(Instant expiry) {
    this.expiresAt = expiry;
  }

  public AdminUser user() {
    return user;
  }

  public String csrfToken() {
    return csrfToken;
  }

  public Instant expiresAt() {
    return expiresAt;
  }
}
