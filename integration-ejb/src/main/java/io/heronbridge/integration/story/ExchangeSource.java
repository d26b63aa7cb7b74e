package io.heronbridge.integration.story;

import io.heronbridge.integration.words.Words;
import io.heronbridge.persistence.exchange.PublicTokenClaim;
import io.heronbridge.persistence.integrationlink.IntegrationLink;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The public tokens that were exchanged for the item: one, as a rule. */
final class ExchangeSource extends Source {
  private final EntityManager entityManager;

  ExchangeSource(EntityManager entityManager) {
    super(4, new Order("c.createdAt", "c.id", UUID::fromString));
    this.entityManager = entityManager;
  }

  @Override
  List<Line> after(Place place, IntegrationLink link, int limit) {
    return query(
            entityManager, "select c, c.id from PublicTokenClaim c where c.item.id = :item", place)
        .setParameter("item", link.item().id())
        .setMaxResults(limit)
        .getResultStream()
        .map(row -> line(entry((PublicTokenClaim) row[0]), row[1]))
        .toList();
  }

  private static StoryEntry entry(PublicTokenClaim claim) {
    String calls = claim.calls() == 1 ? "1 call to Plaid" : claim.calls() + " calls to Plaid";
    String session = claim.plaidSessionId().map(id -> ", link_session_id " + id).orElse("");
    String request = claim.requestId().map(id -> ", request_id " + id).orElse("");
    return new StoryEntry(
        claim.createdAt(),
        "exchange",
        Words.of(claim.state()),
        StoryEntry.Words.plain(
            "Link ended well, and its public token was handed in",
            Optional.of(calls + session + request)),
        Optional.of(claim.requestedBy()),
        StoryEntry.Refs.NONE);
  }
}
