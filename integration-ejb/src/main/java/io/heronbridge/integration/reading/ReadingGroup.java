package io.heronbridge.integration.reading;

import io.heronbridge.integration.heron.HeronTarget;
import io.heronbridge.integration.plaid.PlaidTarget;
import io.heronbridge.persistence.integrationlink.LinkReadings.Claim;
import io.heronbridge.persistence.integrationlink.UnknownLinks.Owner;
import io.heronbridge.persistence.item.ItemId;
import io.heronbridge.persistence.secret.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The links of one end user that are read together, since Heron tells of them in one answer.
 *
 * @param integrationVersion the integration as it was when the calls were made
 * @param lastAsk what is asked later may be answered after the claims have run out
 * @param paused Heron refuses the key, or a person does not want it used
 */
record ReadingGroup(
    Owner owner,
    Instant lastAsk,
    int integrationVersion,
    boolean paused,
    Sides sides,
    String endUserId,
    List<Subject> subjects) {

  /** Whose keys are used. */
  record Sides(HeronTarget heron, PlaidTarget plaid) {}

  /**
   * One link to be read.
   *
   * @param linked whether Heron should have it
   * @param accessToken present when Plaid is to be asked too
   */
  record Subject(Claim claim, ItemId itemId, boolean linked, Optional<Secret> accessToken) {}

  boolean mayAsk(Instant now) {
    return !now.isAfter(lastAsk);
  }

  boolean isForHeron() {
    return !paused && subjects.stream().anyMatch(Subject::linked);
  }
}
