package io.heronbridge.integration.item;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.listing.Cursor;
import io.heronbridge.integration.listing.Page;
import io.heronbridge.integration.outbox.QueueBoard;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.integrationlink.IntegrationLink;
import io.heronbridge.persistence.integrationlink.IntegrationLinks;
import io.heronbridge.persistence.outbox.MessageKind;
import io.heronbridge.persistence.outbox.OutboxMessages;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Integration links, to look at. */
@Stateless
@RolesAllowed({Role.Names.VIEWER, Role.Names.API_READ})
public class LinkBoard {
  /** Counting stops here: beyond it, the exact number helps nobody. */
  public static final int MOST_COUNTED = 10_000;

  @Inject EntityManager entityManager;
  @Inject IntegrationLinks links;
  @Inject OutboxMessages messages;
  @Inject QueueBoard queues;

  public Page<LinkView> links(
      LinkFilter filter, Optional<String> cursor, int limit, Caller caller) {
    List<IntegrationLink> rows =
        new Board().narrowedTo(caller).withLink(filter).page(entityManager, cursor, limit + 1);
    return Page.of(rows, limit, row -> new Cursor(row.createdAt(), row.id())).map(Views::linkOf);
  }

  /** How many match, counted up to {@link #MOST_COUNTED}. */
  public long count(LinkFilter filter, Caller caller) {
    return new Board().narrowedTo(caller).withLink(filter).ids(entityManager, MOST_COUNTED).size();
  }

  /**
   * The ids of all that match.
   *
   * @param integrations those that count; empty means all
   */
  public List<UUID> matching(LinkFilter filter, List<UUID> integrations) {
    return new Board().within(integrations).withLink(filter).ids(entityManager, Integer.MAX_VALUE);
  }

  /** How many match exactly, by integration; the integrations as for {@link #matching}. */
  public List<LinkTally> tallies(LinkFilter filter, List<UUID> integrations) {
    return new Board().within(integrations).withLink(filter).tallies(entityManager);
  }

  /**
   * @throws NotFoundException when there is none for this caller
   */
  public LinkView link(UUID id, Caller caller) {
    return withWhatItWaitsFor(Views.linkOf(caller.ownLink(links.find(id), id)));
  }

  private LinkView withWhatItWaitsFor(LinkView link) {
    return "pending".equals(link.status()) && link.waitingFor().isEmpty()
        ? link.waitingFor(queues.waitingFor(MessageKind.CREATE_LINK, link.id()))
        : link;
  }

  /** Every attempt made for a link, oldest first. */
  public List<AttemptView> attempts(UUID link) {
    return messages.attemptsAbout(link).stream().map(Views::of).toList();
  }
}
