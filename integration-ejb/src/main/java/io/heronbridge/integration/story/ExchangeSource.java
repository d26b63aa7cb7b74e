package io.heronbridge.integration.story;

import io.heronbridge.integration.words.Words;
import io.heronbridge.persistence.exchange.PublicTokenClaim;
import io.heronbridge.persistence.item.Item;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The public tokens that were handed in: for an item one, as a rule. */
final class ExchangeSource extends Source {
  private final EntityManager entityManager;

  ExchangeSource(EntityManager entityManager) {
    super(4, new Order("c.createdAt", "c.id", UUID::fromString));
    this.entityManager = entityManager;
  }

  @Override
  List<Line> after(Place place, Subject subject, int limit) {
    return query(
            entityManager,
            "select c, c.id from PublicTokenClaim c where "
                + (subject.endUser().isPresent() ? "c.endUser" : "c.item")
                + " = :owner",
            place)
        .setParameter("owner", subject.owner())
        .setMaxResults(limit)
        .getResultStream()
        .map(row -> line((PublicTokenClaim) row[0], row[1]))
        .toList();
  }

  private Line line(PublicTokenClaim claim, Object id) {
    return line(entry(claim), id, claim.item().map(Item::id).orElse(null));
  }

  /** An exchange that brought an item needs no word; a bank's line follows it. */
  private static String end(PublicTokenClaim claim) {
    String code = claim.errorCode().map(text -> " " + text).orElse("");
    return claim.item().isPresent() ? "" : Words.of(claim.state()) + code + ", ";
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
            Optional.of(end(claim) + calls + session + request)),
        Optional.of(claim.requestedBy()),
        StoryEntry.Refs.NONE);
  }
}
