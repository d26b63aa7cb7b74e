package io.heronbridge.portal.admin;

import io.heronbridge.integration.setup.IntegrationView;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The integrations a page lets people choose from, and what their environments mean. */
public record Choices(List<IntegrationView> integrations) {
  private static final String SANDBOX = "sandbox";
  private static final int MOST_NAMED = 5;

  /** The warning of the frame; null when everything is production. */
  public String ribbon() {
    List<String> names =
        integrations.stream()
            .filter(each -> SANDBOX.equals(each.plaid().environment()))
            .map(IntegrationView::name)
            .toList();
    if (names.isEmpty()) {
      return null;
    }
    return names.size() == integrations.size()
        ? "Sandbox: test banks only, no real money"
        : "Sandbox, test banks only: " + listed(names);
  }

  private static String listed(List<String> names) {
    String first = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    int rest = names.size() - MOST_NAMED;
    return rest > 0 ? first + " and " + rest + " more" : first;
  }

  /** The name of an integration, or its id when it is gone. */
  public String name(UUID id) {
    return integrations.stream()
        .filter(each -> each.id().equals(id))
        .map(IntegrationView::name)
        .findFirst()
        .orElse(id.toString());
  }

  /** The only one, when there is no choice. */
  public Optional<IntegrationView> only() {
    return integrations.size() == 1 ? Optional.of(integrations.get(0)) : Optional.empty();
  }
}
