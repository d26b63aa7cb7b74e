package io.heronbridge.integration.resendjob;

import io.heronbridge.integration.item.LinkBoard;
import io.heronbridge.integration.item.LinkFilter;
import io.heronbridge.integration.item.LinkTally;
import io.heronbridge.persistence.integration.Integration;
import io.heronbridge.persistence.integration.Integrations;
import io.heronbridge.persistence.integrationlink.IntegrationLinks;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Works out what resending would mean; changes nothing. */
@Dependent
class ResendPlans {
  private static final Duration LATELY = Duration.ofDays(1);

  @Inject LinkBoard board;
  @Inject Integrations integrations;
  @Inject IntegrationLinks links;
  @Inject Clock clock;

  ResendPlan plan(Wanted wanted) {
    List<LinkTally> tallies = board.tallies(wanted.filter(), wanted.integrations());
    Map<UUID, Integration> known =
        integrations.all().stream().collect(Collectors.toMap(Integration::id, Function.identity()));
    List<LinkTally> sent =
        tallies.stream().filter(tally -> !known.get(tally.integration()).isPaused()).toList();
    Map<UUID, Long> waiting = waiting(sent);
    return new ResendPlan(
        tallies.stream().mapToLong(LinkTally::links).sum(),
        tallies.stream()
            .flatMap(tally -> tally.oldestFailure().stream())
            .min(Comparator.naturalOrder()),
        tallies.stream().map(LinkTally::oldestMade).min(Comparator.naturalOrder()),
        waiting.values().stream().mapToLong(Long::longValue).sum(),
        held(tallies, known),
        Estimate.of(lines(sent, waiting, known)));
  }

  private Map<UUID, Long> waiting(List<LinkTally> sent) {
    List<UUID> ids = sent.stream().map(LinkTally::integration).toList();
    if (ids.isEmpty()) {
      return Map.of();
    }
    LinkFilter pending =
        new LinkFilter(
            Optional.of("pending"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return board.tallies(pending, ids).stream()
        .collect(Collectors.toMap(LinkTally::integration, LinkTally::links));
  }

  private static List<ResendPlan.Held> held(List<LinkTally> tallies, Map<UUID, Integration> known) {
    return tallies.stream()
        .filter(tally -> known.get(tally.integration()).isPaused())
        .map(tally -> new ResendPlan.Held(known.get(tally.integration()).name(), tally.links()))
        .toList();
  }

  /** Integrations with the same key share a budget, and so wait for each other. */
  private List<Estimate.Line> lines(
      List<LinkTally> sent, Map<UUID, Long> waiting, Map<UUID, Integration> known) {
    Map<String, List<LinkTally>> byBudget = new HashMap<>();
    for (LinkTally tally : sent) {
      String budget = known.get(tally.integration()).heron().budget();
      byBudget.computeIfAbsent(budget, any -> new ArrayList<>()).add(tally);
    }
    return byBudget.values().stream().map(shared -> line(shared, waiting, known)).toList();
  }

  private Estimate.Line line(
      List<LinkTally> shared, Map<UUID, Long> waiting, Map<UUID, Integration> known) {
    long total =
        shared.stream()
            .mapToLong(tally -> tally.links() + waiting.getOrDefault(tally.integration(), 0L))
            .sum();
    int limit =
        shared.stream()
            .mapToInt(tally -> known.get(tally.integration()).heron().requestsPerMinute())
            .filter(perMinute -> perMinute > 0)
            .min()
            .orElse(0);
    return new Estimate.Line(total, limit, limit > 0 ? 0 : bestMinute(shared));
  }

  private long bestMinute(List<LinkTally> shared) {
    Instant since = clock.instant().minus(LATELY);
    return links.bestMinute(shared.stream().map(LinkTally::integration).toList(), since);
  }
}
