package io.heronbridge.integration.itemimport;

import io.heronbridge.integration.link.ItemArrival;
import io.heronbridge.integration.webhookmove.WebhookMoving;
import io.heronbridge.persistence.enduser.EndUser;
import io.heronbridge.persistence.enduser.EndUserId;
import io.heronbridge.persistence.enduser.EndUsers;
import io.heronbridge.persistence.integrationlink.IntegrationLinks;
import io.heronbridge.persistence.item.Item;
import io.heronbridge.persistence.item.ItemId;
import io.heronbridge.persistence.item.Items;
import io.heronbridge.persistence.itemimport.ItemImport;
import io.heronbridge.persistence.itemimport.ItemImports;
import io.heronbridge.persistence.itemimport.RejectedLine;
import io.heronbridge.persistence.webhook.ReceivedWebhooks;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes in the items of many lines, in the caller's transaction. */
@Dependent
class Batch {
  @Inject EndUsers endUsers;
  @Inject Items items;
  @Inject IntegrationLinks links;
  @Inject ItemImports imports;
  @Inject ReceivedWebhooks webhooks;
  @Inject ItemArrival arrival;
  @Inject WebhookMoving moving;
  @Inject Clock clock;

  /** What became of the lines. */
  record Result(long taken, long known, List<RejectedLine> rejected) {}

  Result takeIn(ItemImport running, List<Candidate> candidates) {
    if (candidates.isEmpty()) {
      return new Result(0, 0, List.of());
    }
    Map<ItemId, Item> here = known(candidates.stream().map(Candidate::itemId).toList());
    List<Candidate> newcomers =
        candidates.stream().filter(each -> !here.containsKey(each.itemId())).toList();
    // End users first, then items, each in one order: so no two batches wait crosswise.
    Map<EndUserId, EndUser> people = people(newcomers);
    lock(newcomers);
    here.putAll(known(newcomers.stream().map(Candidate::itemId).toList()));
    return takeIn(running, candidates, here, people);
  }

  private Map<ItemId, Item> known(Collection<ItemId> ids) {
    Map<ItemId, Item> known = new HashMap<>();
    if (!ids.isEmpty()) {
      items.findAll(ids).forEach(item -> known.put(item.itemId(), item));
    }
    return known;
  }

  private Map<EndUserId, EndUser> people(List<Candidate> newcomers) {
    if (newcomers.isEmpty()) {
      return Map.of();
    }
    Map<String, Candidate> wanted = new TreeMap<>();
    newcomers.forEach(each -> wanted.putIfAbsent(each.endUserId().value(), each));
    List<EndUserId> ids = wanted.values().stream().map(Candidate::endUserId).toList();
    Set<EndUserId> there =
        endUsers.findAll(ids).stream().map(EndUser::endUserId).collect(Collectors.toSet());
    wanted.values().stream()
        .filter(each -> !there.contains(each.endUserId()))
        .forEach(each -> endUsers.create(each.endUserId(), each.endUserName(), clock.instant()));
    Map<EndUserId, EndUser> people = new HashMap<>();
    for (EndUser person : endUsers.findAll(ids)) {
      people.put(person.endUserId(), person);
      if (person.name().isEmpty()) {
        wanted.get(person.endUserId().value()).endUserName().ifPresent(person::rename);
      }
    }
    return people;
  }

  /** Others who bring in one of the items take turns with us, so that nobody does it twice. */
  private void lock(List<Candidate> newcomers) {
    newcomers.stream()
        .map(each -> each.itemId().value())
        .distinct()
        .sorted()
        .forEach(webhooks::serialise);
  }

  private Result takeIn(
      ItemImport running,
      List<Candidate> candidates,
      Map<ItemId, Item> here,
      Map<EndUserId, EndUser> people) {
    ItemArrival.Manner manner =
        new ItemArrival.Manner(running.order().requestedBy(), running.order().moveWebhooks(), true);
    Set<UUID> linked = new LinkedHashSet<>();
    Set<Item> known = new LinkedHashSet<>();
    List<RejectedLine> rejected = new ArrayList<>();
    for (Candidate each : candidates) {
      Item item = here.get(each.itemId());
      if (item == null) {
        var link =
            arrival.take(
                new ItemArrival.Newcomer(
                    running.integration(),
                    people.get(each.endUserId()),
                    each.itemId(),
                    each.accessToken()),
                manner);
        here.put(each.itemId(), link.item());
        linked.add(link.id());
      } else if (belongs(item, each, running)) {
        known.add(item);
      } else {
        rejected.add(
            new RejectedLine(
                each.line(),
                "the item belongs to another end user or integration; it is not moved"));
      }
    }
    long taken = linked.size();
    if (!known.isEmpty()) {
      linked.addAll(links.idsOf(known));
    }
    if (manner.movesWebhook()) {
      known.forEach(item -> moving.ask(item, true));
    }
    imports.note(running, linked);
    return new Result(taken, candidates.size() - taken - rejected.size(), rejected);
  }

  private static boolean belongs(Item item, Candidate candidate, ItemImport running) {
    return item.endUser().endUserId().equals(candidate.endUserId())
        && item.integration().id().equals(running.integration().id());
  }
}
