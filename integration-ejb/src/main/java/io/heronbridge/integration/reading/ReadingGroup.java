package io.heronbridge.integration.reading;

import io.heronbridge.integration.heron.HeronTarget;
import io.heronbridge.integration.plaid.PlaidTarget;
import io.heronbridge.persistence.integrationlink.LinkReadings.Claim;
import io.heronbridge.persistence.integrationlink.UnknownLinks.Owner;
import io.heronbridge.persistence.item.ItemId;
import io.heronbridge.persistence.secret.Secret;
import java.util.List;
import java.util.Optional;

/**
 * The links of one end user that are read together, since Heron tells of them in one answer.
 *
 * @param integrationVersion the integration as it was when the calls were made
 * @param paused Heron refuses the key, or a person does not want it used
 */
record ReadingGroup(
    Owner owner,
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

  boolean isForHeron() {
    return !paused && subjects.stream().anyMatch(Subject::linked);
  }
}
