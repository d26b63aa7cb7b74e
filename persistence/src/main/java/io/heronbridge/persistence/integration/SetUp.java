package io.heronbridge.persistence.integration;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** How far an integration is set up, as far as it cannot be told from what it has done. */
@Entity
@Table(name = "integration_set_up")
public class SetUp {
  @Id private UUID integration;

  /** Since when the settings are what they are: what was proven before counts no more. */
  @Column(name = "settled_at")
  private Instant settledAt;

  /** Null when these settings were never checked. */
  @Column(name = "checked_at")
  private Instant checkedAt;

  @Embedded
  @AttributeOverride(name = "ok", column = @Column(name = "plaid_ok"))
  @AttributeOverride(name = "detail", column = @Column(name = "plaid_detail"))
  @AttributeOverride(name = "remarks", column = @Column(name = "plaid_remarks"))
  private Verdict plaid;

  @Embedded
  @AttributeOverride(name = "ok", column = @Column(name = "heron_ok"))
  @AttributeOverride(name = "detail", column = @Column(name = "heron_detail"))
  @AttributeOverride(name = "remarks", column = @Column(name = "heron_remarks"))
  private Verdict heron;

  /** The hosted link of the last test connection; null when there was none, or it was erased. */
  @Column(name = "test_session")
  private UUID testSession;

  protected SetUp() {}

  /** Other settings are in force: what was found out about the earlier ones is forgotten. */
  public void settle(Instant now) {
    this.settledAt = now;
    this.checkedAt = null;
    this.plaid = null;
    this.heron = null;
  }

  /** Keeps what a check told of both sides. */
  public void keepCheck(Verdict plaidSaid, Verdict heronSaid, Instant now) {
    this.plaid = plaidSaid;
    this.heron = heronSaid;
    this.checkedAt = now;
  }

  /** A bank is to be connected through this hosted link, to see whether all works. */
  public void tryWith(UUID session) {
    this.testSession = session;
  }

  public Instant settledAt() {
    return settledAt;
  }

  public Optional<Instant> checkedAt() {
    return Optional.ofNullable(checkedAt);
  }

  public Optional<Verdict> plaid() {
    return Optional.ofNullable(plaid);
  }

  public Optional<Verdict> heron() {
    return Optional.ofNullable(heron);
  }

  public Optional<UUID> testSession() {
    return Optional.ofNullable(testSession);
  }
}
