package io.heronbridge.integration.item;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.listing.Cursor;
import io.heronbridge.integration.listing.Page;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.integrationlink.IntegrationLink;
import io.heronbridge.persistence.integrationlink.IntegrationLinks;
import io.heronbridge.persistence.item.ItemId;
import io.heronbridge.persistence.item.Items;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** Items with their links, to look at. */
@Stateless
@RolesAllowed({Role.Names.VIEWER, Role.Names.API_READ})
public class ItemBoard {
  @Inject EntityManager entityManager;
  @Inject Items items;
  @Inject IntegrationLinks links;

  public Page<ItemView> items(
      ItemFilter filter, Optional<String> cursor, int limit, Caller caller) {
    List<IntegrationLink> rows =
        new Board().narrowedTo(caller).withItem(filter).page(entityManager, cursor, limit + 1);
    return Page.of(rows, limit, row -> new Cursor(row.createdAt(), row.id())).map(Views::of);
  }

  /**
   * @throws NotFoundException when there is none for this caller
   */
  public ItemView item(ItemId id, Caller caller) {
    return items
        .find(id)
        .filter(item -> caller.mayUse(item.integration().id()))
        .flatMap(links::of)
        .map(Views::of)
        .orElseThrow(() -> new NotFoundException("item " + id));
  }
}
