package io.heronbridge.integration.resendjob;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What starting a job would mean just now.
 *
 * @param links how many match
 * @param oldestFailure the earliest last error among them
 * @param oldestMade when the first of them was made
 * @param ahead links of the same integrations that wait already
 * @param held those that will wait although they are resent, since their integrations are paused
 */
public record ResendPlan(
    long links,
    Optional<Instant> oldestFailure,
    Optional<Instant> oldestMade,
    long ahead,
    List<Held> held,
    Estimate estimate) {

  /** Links of one paused integration. */
  public record Held(String integrationName, long links) {}
}
