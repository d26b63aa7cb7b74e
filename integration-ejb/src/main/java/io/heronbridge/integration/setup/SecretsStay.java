package io.heronbridge.integration.setup;

import io.heronbridge.integration.problem.FieldProblem;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.persistence.integration.Integration;
import io.heronbridge.persistence.integration.Origin;
import java.util.ArrayList;
import java.util.List;

/**
 * A stored secret is sent to the host it was entered for and to no other: whoever may change a URL
 * could otherwise have the secret sent to themselves. The Plaid secret, which Heron is told only
 * when an integration is made there, is asked for then: see {@link HeronChoiceDesk#beginCreation}.
 */
final class SecretsStay {
  private SecretsStay() {}

  static void require(IntegrationDraft draft, Integration stored) {
    List<FieldProblem> problems = new ArrayList<>();
    boolean samePlaid =
        draft.plaid().environment().equalsIgnoreCase(stored.plaid().environment().name())
            && Origin.of(draft.plaid().baseUrl().orElse(null))
                .equals(Origin.of(stored.plaid().baseUrl()));
    if (!samePlaid && draft.plaid().secret().isEmpty()) {
      problems.add(
          new FieldProblem("plaid.secret", "must be entered again, since Plaid's address changes"));
    }
    boolean sameHeron = Origin.of(draft.heron().linkUrl()).equals(stored.heron().origin());
    if (!sameHeron && draft.heron().apiKey().isEmpty()) {
      problems.add(
          new FieldProblem("heron.api_key", "must be entered again, since Heron's host changes"));
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }
}
