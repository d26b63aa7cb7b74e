package io.heronbridge.persistence.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** One action of a person or an API key. */
@Entity
@Table(name = "audit_entry")
public class AuditEntry {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private Instant at;
  private String actor;
  private String action;
  private String subject;
  private String detail;

  protected AuditEntry() {}

  /**
   * @param subject what it was done to, as {@code kind:id}
   * @param detail null when the action says it all
   */
  public AuditEntry(Instant at, String actor, String action, String subject, String detail) {
    this.at = at;
    this.actor = actor;
    this.action = action;
    this.subject = subject;
    this.detail = detail;
  }

  public long id() {
    return id;
  }

  public Instant at() {
    return at;
  }

  public String actor() {
    return actor;
  }

  public String action() {
    return action;
  }

  public String subject() {
    return subject;
  }

  public Optional<String> detail() {
    return Optional.ofNullable(detail);
  }
}
