package io.heronbridge.integration.lenderevent;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.item.AttemptView;
import io.heronbridge.integration.item.Views;
import io.heronbridge.integration.listing.Conditions;
import io.heronbridge.integration.listing.Cursor;
import io.heronbridge.integration.listing.Page;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.integration.words.Words;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.integration.Integrations;
import io.heronbridge.persistence.lenderevent.LenderEvent;
import io.heronbridge.persistence.lenderevent.LenderEventStatus;
import io.heronbridge.persistence.lenderevent.LenderEventType;
import io.heronbridge.persistence.lenderevent.LenderEvents;
import io.heronbridge.persistence.outbox.OutboxMessages;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What lenders' backends were told, to look at. */
@Stateless
@RolesAllowed({Role.Names.VIEWER, Role.Names.API_READ})
public class EventBoard {
  @Inject EntityManager entityManager;
  @Inject LenderEvents events;
  @Inject Integrations integrations;
  @Inject OutboxMessages messages;

  /** Events, newest first. */
  public Page<EventView> events(
      EventFilter filter, Optional<String> cursor, int limit, Caller caller) {
    Conditions conditions =
        narrowed(filter, caller).after(Cursor.read(cursor), "e.createdAt", "e.id");
    TypedQuery<LenderEvent> query =
        conditions.bind(
            entityManager.createQuery(
                "select e from LenderEvent e where "
                    + conditions.text()
                    + " order by e.createdAt desc, e.id desc",
                LenderEvent.class));
    List<LenderEvent> rows = query.setMaxResults(limit + 1).getResultList();
    Map<UUID, String> names = integrations.names();
    return Page.of(rows, limit, row -> new Cursor(row.createdAt(), row.id()))
        .map(row -> view(row, names));
  }

  private static Conditions narrowed(EventFilter filter, Caller caller) {
    return new Conditions()
        .within("e.integration in :mine", caller.integrations())
        .andWhere("e.itemId = :item", "item", filter.itemId())
        .andWhere("e.status = :status", "status", filter.status().map(EventBoard::status))
        .andWhere("e.type = :type", "type", filter.type().map(EventBoard::type))
        .andWhere("e.integration = :integration", "integration", filter.integrationId());
  }

  private static LenderEventStatus status(String word) {
    return Arrays.stream(LenderEventStatus.values())
        .filter(status -> Words.of(status).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "status", "must be pending, delivered, failed or cancelled"));
  }

  private static LenderEventType type(String word) {
    return LenderEventType.of(word)
        .orElseThrow(() -> new InvalidInputException("type", "is not a type of event"));
  }

  /**
   * @throws NotFoundException when there is none for this caller
   */
  public EventView event(UUID id, Caller caller) {
    return view(find(events.find(id), id, caller), integrations.names());
  }

  static LenderEvent find(Optional<LenderEvent> found, UUID id, Caller caller) {
    return found
        .filter(event -> caller.mayUse(event.integration()))
        .orElseThrow(() -> new NotFoundException("event " + id));
  }

  public List<AttemptView> attempts(UUID event) {
    return messages.attemptsAbout(event).stream().map(Views::of).toList();
  }

  private static EventView view(LenderEvent event, Map<UUID, String> names) {
    return new EventView(
        event.id(),
        EventDesk.id(event),
        event.type().word(),
        event.integration(),
        names.getOrDefault(event.integration(), ""),
        event.itemId(),
        Words.of(event.status()),
        event.reason(),
        event.attempts(),
        event.nextAttemptAt(),
        event.createdAt(),
        event.finishedAt(),
        event.body());
  }
}
