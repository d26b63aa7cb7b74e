package io.heronbridge.integration.story;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.item.Views;
import io.heronbridge.integration.listing.Page;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.exchange.PublicTokenClaim;
import io.heronbridge.persistence.integrationlink.IntegrationLink;
import io.heronbridge.persistence.integrationlink.IntegrationLinks;
import io.heronbridge.persistence.item.ItemId;
import io.heronbridge.persistence.item.Items;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tells items' stories. Every query is bounded by the page asked for. */
@Stateless
@RolesAllowed({Role.Names.VIEWER, Role.Names.API_READ})
public class StoryBoard {
  private static final Comparator<Source.Line> NEWEST_FIRST =
      Comparator.comparing((Source.Line line) -> line.place().at())
          .reversed()
          .thenComparingInt(line -> line.place().source());

  @Inject EntityManager entityManager;
  @Inject Items items;
  @Inject IntegrationLinks links;

  /**
   * @throws NotFoundException when there is none for this caller
   */
  public ItemStory story(ItemId id, Caller caller) {
    IntegrationLink link = find(id, caller);
    return new ItemStory(Views.of(link), origin(link));
  }

  private Optional<ItemStory.Origin> origin(IntegrationLink link) {
    return entityManager
        .createQuery(
            "select c from PublicTokenClaim c where c.item = :item order by c.createdAt, c.id",
            PublicTokenClaim.class)
        .setParameter("item", link.item())
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(
            claim ->
                new ItemStory.Origin(
                    claim.createdAt(),
                    claim.requestedBy(),
                    claim.plaidSessionId(),
                    claim.requestId(),
                    claim.calls()));
  }

  /**
   * Everything that happened to an item, newest first.
   *
   * @throws NotFoundException when there is none for this caller
   */
  public Page<StoryEntry> timeline(ItemId id, Optional<String> cursor, int limit, Caller caller) {
    Place place = Place.read(cursor);
    IntegrationLink link = find(id, caller);
    List<Source.Line> lines =
        sources().stream()
            .flatMap(source -> source.after(place, link, limit + 1).stream())
            .sorted(NEWEST_FIRST)
            .limit(limit + 1L)
            .toList();
    boolean more = lines.size() > limit;
    List<Source.Line> shown = more ? lines.subList(0, limit) : lines;
    return new Page<>(
        shown.stream().map(Source.Line::entry).toList(),
        more ? Optional.of(shown.get(limit - 1).place().text()) : Optional.empty());
  }

  private List<Source> sources() {
    return List.of(
        new EventSource(entityManager),
        new AttemptSource(entityManager),
        new WebhookSource(entityManager),
        new ActionSource(entityManager),
        new ExchangeSource(entityManager),
        new HostedLinkSource(entityManager, HostedLinkSource.Step.MADE),
        new HostedLinkSource(entityManager, HostedLinkSource.Step.OPENED),
        new LenderEventSource(entityManager));
  }

  private IntegrationLink find(ItemId id, Caller caller) {
    return items
        .find(id)
        .filter(item -> caller.mayUse(item.integration().id()))
        .flatMap(links::of)
        .orElseThrow(() -> new NotFoundException("item " + id));
  }
}
