package io.heronbridge.integration.resendjob;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.item.LinkFilter;
import io.heronbridge.persistence.resendjob.FailedLinks;
import io.heronbridge.persistence.resendjob.ResendJob;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which failed links somebody wants resent.
 *
 * @param integrations the integrations that count, since the caller is limited to them or asked for
 *     one; empty means all
 */
record Wanted(LinkFilter filter, List<UUID> integrations) {

  /** Whatever status the filter names, only failed links are meant. */
  static Wanted of(LinkFilter filter, Caller caller) {
    List<UUID> integrations =
        filter.integrationId().filter(caller::mayUse).map(List::of).orElse(caller.integrations());
    return new Wanted(filterOf(links(filter)), integrations);
  }

  static Wanted of(ResendJob job) {
    return new Wanted(filterOf(job.about()), job.integrations());
  }

  /** Whether all that it may concern is the caller's. */
  boolean isWithin(Caller caller) {
    return caller.integrations().isEmpty()
        || !integrations.isEmpty() && caller.integrations().containsAll(integrations);
  }

  FailedLinks links() {
    return links(filter);
  }

  private static FailedLinks links(LinkFilter filter) {
    return new FailedLinks(
        filter.integrationId(),
        filter.endUserId(),
        filter.errorKind(),
        filter.failedBefore(),
        filter.importId(),
        filter.resendJobId());
  }

  private static LinkFilter filterOf(FailedLinks links) {
    return new LinkFilter(
        Optional.of("failed"),
        links.integration(),
        links.endUserId(),
        links.errorKind(),
        links.failedBefore(),
        links.itemImport(),
        links.earlierJob());
  }
}
