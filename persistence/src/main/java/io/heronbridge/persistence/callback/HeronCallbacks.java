package io.heronbridge.persistence.callback;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** All callbacks of Heron's. */
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

  /** Makes the same body, arriving twice at once, be judged one after the other. */
  public void serialise(UUID integration, byte[] bodySha256) {
    entityManager
        .createNativeQuery(
            "SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(:body, 9))) AS locked")
        .setParameter("body", integration + " " + HexFormat.of().formatHex(bodySha256))
        .getSingleResult();
  }

  /** Whether this body came to the integration since then. */
  public boolean anySince(UUID integration, byte[] bodySha256, Instant since) {
    return entityManager
            .createQuery(
                "select count(c) from HeronCallback c where c.integration = :integration"
                    + " and c.bodySha256 = :hash and c.receivedAt > :since",
                Long.class)
            .setParameter("integration", integration)
            .setParameter("hash", bodySha256)
            .setParameter("since", since)
            .getSingleResult()
        > 0;
  }
}
