package io.heronbridge.integration.setup;

import io.heronbridge.integration.problem.FieldProblem;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.persistence.integration.Integration;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A stored secret is sent to the host it was entered for and to no other: whoever may change a URL
 * could otherwise have the secret sent to themselves.
 */
final class SecretsStay {
  private SecretsStay() {}

  static void require(IntegrationDraft draft, Integration stored) {
    List<FieldProblem> problems = new ArrayList<>();
    boolean samePlaid =
        draft.plaid().environment().equalsIgnoreCase(stored.plaid().environment().name())
            && Objects.equals(
                origin(draft.plaid().baseUrl().orElse(null)), origin(stored.plaid().baseUrl()));
    if (!samePlaid && draft.plaid().secret().isEmpty()) {
      problems.add(
          new FieldProblem("plaid.secret", "must be entered again, since Plaid's address changes"));
    }
    boolean sameHeron = origin(draft.heron().linkUrl()).equals(origin(stored.heron().linkUrl()));
    if (!sameHeron && draft.heron().apiKey().isEmpty()) {
      problems.add(
          new FieldProblem("heron.api_key", "must be entered again, since Heron's host changes"));
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }

  private static String origin(String url) {
    if (url == null || url.isBlank()) {
      return "";
    }
    URI uri = URI.create(url.trim());
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }
}
