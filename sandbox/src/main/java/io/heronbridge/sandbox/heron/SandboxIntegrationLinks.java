package io.heronbridge.sandbox.heron;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All links of the account; an item has one at most. */
public final class SandboxIntegrationLinks {
  private final Map<String, SandboxIntegrationLink> byItem = new LinkedHashMap<>();
  private final Map<String, Set<SandboxIntegrationLink>> byEndUser = new LinkedHashMap<>();

  /** Keeps the link unless the item has one; the former is returned then. */
  synchronized Optional<SandboxIntegrationLink> addIfAbsent(SandboxIntegrationLink link) {
    SandboxIntegrationLink former = byItem.putIfAbsent(link.itemId(), link);
    if (former == null) {
      byEndUser.computeIfAbsent(link.endUserHeronId(), user -> new LinkedHashSet<>()).add(link);
    }
    return Optional.ofNullable(former);
  }

  public synchronized Optional<SandboxIntegrationLink> find(String itemId) {
    return Optional.ofNullable(byItem.get(itemId));
  }

  SandboxIntegrationLink require(String itemId) {
    return find(itemId).orElseThrow(() -> HeronRefusal.of(404, "Integration link not found"));
  }

  /** All links, oldest first. */
  public synchronized List<SandboxIntegrationLink> all() {
    return List.copyOf(byItem.values());
  }

  synchronized List<SandboxIntegrationLink> of(EndUser user) {
    return List.copyOf(byEndUser.getOrDefault(user.heronId(), Set.of()));
  }

  List<SandboxIntegrationLink> of(EndUser user, String integrationId) {
    return of(user).stream().filter(link -> link.integrationId().equals(integrationId)).toList();
  }

  synchronized void removeAll(Collection<SandboxIntegrationLink> gone) {
    for (SandboxIntegrationLink link : gone) {
      byItem.remove(link.itemId());
      byEndUser.getOrDefault(link.endUserHeronId(), new LinkedHashSet<>()).remove(link);
    }
  }

  synchronized void clear() {
    byItem.clear();
    byEndUser.clear();
  }
}
