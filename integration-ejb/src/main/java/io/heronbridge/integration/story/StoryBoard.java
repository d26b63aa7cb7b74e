package io.heronbridge.integration.story;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.item.Views;
import io.heronbridge.integration.listing.Page;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.enduser.EndUser;
import io.heronbridge.persistence.enduser.EndUserId;
import io.heronbridge.persistence.enduser.EndUsers;
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

/** Tells the stories of items and end users. Every query is bounded by the page asked for. */
@Stateless
@RolesAllowed({Role.Names.VIEWER, Role.Names.API_READ})
public class StoryBoard {
  private static final Comparator<Source.Line> NEWEST_FIRST =
      Comparator.comparing((Source.Line line) -> line.place().at())
          .reversed()
          .thenComparingInt(line -> line.place().source());

  /** Items whose lines an end user's story has; earlier ones have stories of their own. */
  private static final int MOST_ITEMS = 200;

  @Inject EntityManager entityManager;
  @Inject EndUsers endUsers;
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
    Page<Source.Line> page = lines(Place.read(cursor), Subject.of(find(id, caller)), limit);
    return new Page<>(page.data().stream().map(Source.Line::entry).toList(), page.nextCursor());
  }

  /**
   * Everything that happened to an end user and to their banks, newest first. For people, who may
   * use every integration.
   *
   * @throws NotFoundException when there is none
   */
  @RolesAllowed(Role.Names.VIEWER)
  public Page<Told> timeline(EndUserId id, Optional<String> cursor, int limit) {
    Place place = Place.read(cursor);
    EndUser endUser = endUsers.find(id).orElseThrow(() -> new NotFoundException("end user " + id));
    Subject subject = new Subject(links.latestOf(endUser, MOST_ITEMS), Optional.of(endUser));
    Page<Source.Line> page = lines(place, subject, limit);
    return new Page<>(
        page.data().stream()
            .map(line -> new Told(line.entry(), subject.link(line.about()).map(Views::of)))
            .toList(),
        page.nextCursor());
  }

  private Page<Source.Line> lines(Place place, Subject subject, int limit) {
    List<Source.Line> lines =
        sources().stream()
            .flatMap(source -> source.after(place, subject, limit + 1).stream())
            .sorted(NEWEST_FIRST)
            .limit(limit + 1L)
            .toList();
    boolean more = lines.size() > limit;
    List<Source.Line> shown = more ? lines.subList(0, limit) : lines;
    return new Page<>(
        shown, more ? Optional.of(shown.get(limit - 1).place().text()) : Optional.empty());
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
