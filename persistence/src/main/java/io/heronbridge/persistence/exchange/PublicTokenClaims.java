package io.heronbridge.persistence.exchange;

import io.heronbridge.persistence.item.Item;
import io.heronbridge.persistence.secret.Secret;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All public tokens ever handed to us. */
public final class PublicTokenClaims {
  private final EntityManager entityManager;

  public PublicTokenClaims(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  public void add(PublicTokenClaim claim) {
    entityManager.persist(claim);
  }

  /** Makes everyone else with the same public token wait until this transaction ends. */
  public void serialise(Secret publicToken) {
    entityManager
        .createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(:key)) AS locked")
        .setParameter("key", ByteBuffer.wrap(publicToken.hash()).getLong())
        .getSingleResult();
  }

  /** The claim on a public token, locked against other changes until the transaction ends. */
  public Optional<PublicTokenClaim> findForChange(Secret publicToken) {
    return entityManager
        .createQuery(
            "select c from PublicTokenClaim c where c.publicTokenHash = :hash",
            PublicTokenClaim.class)
        .setParameter("hash", publicToken.hash())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  public Optional<PublicTokenClaim> findForChange(UUID id) {
    return Optional.ofNullable(
        entityManager.find(PublicTokenClaim.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /**
   * Claims whose holder is gone, longest waiting first, and those given back so long ago that
   * whoever was to ask again seems to have left.
   */
  public List<UUID> abandoned(Instant now, Duration patience, int limit) {
    return entityManager
        .createQuery(
            "select c.id from PublicTokenClaim c where c.state = :started"
                + " and (c.leaseOwner is not null and c.leaseUntil <= :now or c.leaseUntil <= :longAgo)"
                + " order by c.leaseUntil",
            UUID.class)
        .setParameter("started", ClaimState.STARTED)
        .setParameter("now", now)
        .setParameter("longAgo", now.minus(patience))
        .setMaxResults(limit)
        .getResultList();
  }

  /** Forgets the integration's claims that are decided; an open one would be lost with it. */
  public void forgetDecided(UUID integration) {
    entityManager
        .createQuery(
            "delete from PublicTokenClaim c"
                + " where c.integration.id = :integration and c.state <> :started")
        .setParameter("integration", integration)
        .setParameter("started", ClaimState.STARTED)
        .executeUpdate();
  }

  /** The end user's exchanges that are still open. */
  public List<PublicTokenClaim> openOf(UUID endUser) {
    return entityManager
        .createQuery(
            "select c from PublicTokenClaim c"
                + " where c.endUser.id = :endUser and c.state = :started",
            PublicTokenClaim.class)
        .setParameter("endUser", endUser)
        .setParameter("started", ClaimState.STARTED)
        .getResultList();
  }

  /** Whether an exchange of the integration is still open. */
  public boolean anyOpen(UUID integration) {
    return !entityManager
        .createQuery(
            "select c.id from PublicTokenClaim c"
                + " where c.integration.id = :integration and c.state = :started",
            UUID.class)
        .setParameter("integration", integration)
        .setParameter("started", ClaimState.STARTED)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /**
   * Exchanges whose answer was lost, newest first; no longer those whose end user has connected the
   * same bank since.
   */
  public List<PublicTokenClaim> lost(int limit) {
    return entityManager
        .createQuery(
            "select c from PublicTokenClaim c where c.state = :lost and not exists ("
                + " select i.id from Item i where i.endUser = c.endUser"
                + " and i.createdAt > c.createdAt"
                + " and (c.bank.institutionId is null"
                + " or i.bank.institutionId = c.bank.institutionId))"
                + " order by c.createdAt desc, c.id",
            PublicTokenClaim.class)
        .setParameter("lost", ClaimState.LOST)
        .setMaxResults(limit)
        .getResultList();
  }

  /** The latest public token that came through a hosted link. */
  public Optional<PublicTokenClaim> latestOf(UUID session) {
    return entityManager
        .createQuery(
            "select c from PublicTokenClaim c where c.linkSession = :session"
                + " order by c.createdAt desc, c.id",
            PublicTokenClaim.class)
        .setParameter("session", session)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** The items that came through a hosted link, oldest first. */
  public List<Item> itemsOf(UUID session) {
    return entityManager
        .createQuery(
            "select i from PublicTokenClaim c join c.item i"
                + " where c.linkSession = :session order by c.createdAt, c.id",
            Item.class)
        .setParameter("session", session)
        .getResultList();
  }
}
