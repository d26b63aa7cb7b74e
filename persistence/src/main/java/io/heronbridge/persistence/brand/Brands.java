package io.heronbridge.persistence.brand;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;

/** All brands. */
public final class Brands {
  private final EntityManager entityManager;

  public Brands(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  /**
   * A brand without its picture, for pages.
   *
   * @param logoHash null without a logo
   */
  public record Look(String colour, String logoType, String logoHash) {}

  public Optional<Brand> find(UUID integration) {
    return Optional.ofNullable(entityManager.find(Brand.class, integration));
  }

  public void add(Brand brand) {
    entityManager.persist(brand);
  }

  public Optional<Look> look(UUID integration) {
    return entityManager
        .createQuery(
            "select b.colour, b.logoType, b.logoHash from Brand b where b.integration = :id",
            Object[].class)
        .setParameter("id", integration)
        .getResultStream()
        .findFirst()
        .map(row -> new Look((String) row[0], (String) row[1], (String) row[2]));
  }

  /** The logo with this hash, whoever's it is. */
  public Optional<BrandLogo> logo(String hash) {
    return entityManager
        .createQuery("select b from Brand b where b.logoHash = :hash", Brand.class)
        .setParameter("hash", hash)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .flatMap(Brand::logo);
  }
}
