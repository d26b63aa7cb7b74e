package io.heronbridge.integration.audit;

import io.heronbridge.persistence.audit.AuditEntry;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;

/** Writes in the caller's transaction and never outside one: no deed without its entry. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class AuditTrail {
  @Inject EntityManager entityManager;
  @Inject Clock clock;

  /**
   * @param actor as {@code user:ana}, {@code key:Automation} or {@code end-user:cust_1}
   * @param subject what it was done to, as {@code kind:id}
   */
  public void record(String actor, String action, String subject) {
    record(actor, action, subject, null);
  }

  /**
   * @param detail short, without secrets; may be null
   */
  public void record(String actor, String action, String subject, String detail) {
    entityManager.persist(new AuditEntry(clock.instant(), actor, action, subject, detail));
  }
}
