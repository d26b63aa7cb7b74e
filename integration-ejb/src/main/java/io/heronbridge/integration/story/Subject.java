package io.heronbridge.integration.story;

import io.heronbridge.persistence.enduser.EndUser;
import io.heronbridge.persistence.integrationlink.IntegrationLink;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Whose story is told: one item's, or an end user's with all their items.
 *
 * @param links one for each item
 * @param endUser empty when the story is the one item's
 */
record Subject(List<IntegrationLink> links, Optional<EndUser> endUser) {

  static Subject of(IntegrationLink link) {
    return new Subject(List.of(link), Optional.empty());
  }

  /** The end user, or the one item: what a row belongs to that may be about no item yet. */
  Object owner() {
    return endUser.map(Object.class::cast).orElseGet(() -> links.get(0).item());
  }

  List<UUID> items() {
    return links.stream().map(link -> link.item().id()).toList();
  }

  List<String> itemIds() {
    return links.stream().map(link -> link.item().itemId().value()).toList();
  }

  List<UUID> integrations() {
    return links.stream().map(link -> link.integration().id()).distinct().toList();
  }

  /** What calls are about. */
  List<UUID> itemsAndLinks() {
    return Stream.concat(items().stream(), links.stream().map(IntegrationLink::id)).toList();
  }

  /** What people's actions are about. */
  List<String> inAudit() {
    Stream<String> ofItems =
        links.stream()
            .flatMap(link -> Stream.of("item:" + link.item().itemId(), "link:" + link.id()));
    return Stream.concat(ofItems, endUser.map(person -> "end_user:" + person.endUserId()).stream())
        .toList();
  }

  /**
   * The link of the item that a line is about.
   *
   * @param about an item's own id or Plaid's, a link's, or a subject of the audit trail
   */
  Optional<IntegrationLink> link(Object about) {
    String told = about == null ? "" : about.toString().replaceFirst("^(item|link):", "");
    return links.stream()
        .filter(
            link ->
                Stream.of(link.id(), link.item().id(), link.item().itemId())
                    .anyMatch(id -> id.toString().equals(told)))
        .findFirst();
  }
}
