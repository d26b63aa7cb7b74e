package io.heronbridge.persistence.callback;

import io.heronbridge.persistence.secret.Hash;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** All callbacks of Heron's of the last months. */
public final class HeronCallbacks {
  private final EntityManager entityManager;

  public HeronCallbacks(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  public void add(HeronCallback callback) {
    entityManager.persist(callback);
  }

  public Optional<HeronCallback> find(UUID id) {
    return Optional.ofNullable(entityManager.find(HeronCallback.class, id));
  }

  /** Makes the same signature, arriving twice at once, be judged one after the other. */
  public void serialise(UUID integration, byte[] signature) {
    entityManager
        .createNativeQuery(
            "SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(:signed, 9))) AS locked")
        .setParameter(
            "signed", integration + " " + HexFormat.of().formatHex(Hash.sha256(signature)))
        .getSingleResult();
  }

  /** Whether this signature came to the integration since then. */
  public boolean anySince(UUID integration, byte[] signature, Instant since) {
    return entityManager
            .createQuery(
                "select count(c) from HeronCallback c where c.integration = :integration"
                    + " and c.signatureSha256 = :hash and c.receivedAt > :since",
                Long.class)
            .setParameter("integration", integration)
            .setParameter("hash", Hash.sha256(signature))
            .setParameter("since", since)
            .getSingleResult()
        > 0;
  }

  /** Deletes what is older than a moment; tells how many there were. */
  public int forgetOlderThan(Instant end) {
    return entityManager
        .createQuery("delete from HeronCallback c where c.receivedAt < :end")
        .setParameter("end", end)
        .executeUpdate();
  }
}
