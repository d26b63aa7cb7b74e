package io.heronbridge.persistence.session;

import io.heronbridge.persistence.enduser.EndUser;
import io.heronbridge.persistence.integration.Integration;
import io.heronbridge.persistence.secret.Secret;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One end user's permission to manage their banks on the hosted page, for a limited time. */
@Entity
@Table(name = "link_session")
public class LinkSession {
  @Id private UUID id;

  @Column(name = "token_hash")
  private byte[] tokenHash;

  /** Set when the link is first opened: from then on the browser's cookie counts, not the URL. */
  @Column(name = "cookie_hash")
  private byte[] cookieHash;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "integration")
  private Integration integration;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "end_user")
  private EndUser endUser;

  @Column(name = "return_url")
  private String returnUrl;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "opened_at")
  private Instant openedAt;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  /** When a bank was first connected or mended through it; null while it led to nothing. */
  @Column(name = "served_at")
  private Instant servedAt;

  protected LinkSession() {}

  /**
   * @param returnUrl null when the end user is not sent back anywhere
   */
  public LinkSession(Integration integration, EndUser endUser, String returnUrl) {
    this.id = UUID.randomUUID();
    this.integration = integration;
    this.endUser = endUser;
    this.returnUrl = returnUrl;
  }

  public void admit(Secret token, Instant now, Instant expiry) {
    this.tokenHash = token.hash();
    this.createdAt = now;
    this.expiresAt = expiry;
  }

  /** The link was opened: binds the session to the browser that holds the cookie. */
  public void open(Secret cookie, Instant now) {
    LinkSessionState.ARROWS.follow(state(now), LinkSessionState.OPEN, "open", "link session " + id);
    this.cookieHash = cookie.hash();
    this.openedAt = now;
  }

  /** Withdraws the link and ends its page; tells whether there was anything left to withdraw. */
  public boolean revoke(Instant now) {
    LinkSessionState state = state(now);
    if (state != LinkSessionState.FRESH && state != LinkSessionState.OPEN) {
      return false;
    }
    this.revokedAt = now;
    return true;
  }

  /** Whether a bank was connected or mended through it. */
  public boolean hasServed() {
    return servedAt != null;
  }

  public LinkSessionState state(Instant now) {
    if (revokedAt != null) {
      return LinkSessionState.REVOKED;
    }
    if (!now.isBefore(expiresAt)) {
      return openedAt == null ? LinkSessionState.EXPIRED : LinkSessionState.USED_UP;
    }
    return openedAt == null ? LinkSessionState.FRESH : LinkSessionState.OPEN;
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

  public Optional<String> returnUrl() {
    return Optional.ofNullable(returnUrl);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  public Optional<Instant> openedAt() {
    return Optional.ofNullable(openedAt);
  }

  public Optional<Instant> revokedAt() {
    return Optional.ofNullable(revokedAt);
  }
}
