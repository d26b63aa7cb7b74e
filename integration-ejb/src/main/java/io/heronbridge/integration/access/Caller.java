package io.heronbridge.integration.access;

import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.integration.Integration;
import io.heronbridge.persistence.integrationlink.IntegrationLink;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who is calling.
 *
 * @param name what the audit trail will say: {@code user:ana} or {@code key:Automation}
 * @param groups the container's group names
 * @param integrations the integrations the caller is limited to; empty means all
 * @param csrfToken what this caller's forms must carry; empty for API keys
 */
public record Caller(String name, Set<String> groups, List<UUID> integrations, String csrfToken) {
  private static final String PERSON = "user:";

  /** The name a person signs in with; empty for API keys and end users. */
  public Optional<String> username() {
    return name.startsWith(PERSON)
        ? Optional.of(name.substring(PERSON.length()))
        : Optional.empty();
  }

  /** Whether it is a person who must choose a password before anything else. */
  public boolean isNewcomer() {
    return groups.contains(Role.Names.NEWCOMER);
  }

  /** Whether the caller may see and use an integration. */
  public boolean mayUse(UUID integration) {
    return integrations.isEmpty() || integrations.contains(integration);
  }

  /**
   * Before any work is done for an integration that may not even be there.
   *
   * @throws NotFoundException when the caller may not see and use it
   */
  public void requireOwn(UUID integration) {
    if (!mayUse(integration)) {
      throw new NotFoundException("integration " + integration);
    }
  }

  /**
   * The integration that was looked for, when there is one for this caller.
   *
   * @throws NotFoundException when there is none
   */
  public Integration ownIntegration(Optional<Integration> found, UUID id) {
    return found
        .filter(integration -> mayUse(integration.id()))
        .orElseThrow(() -> new NotFoundException("integration " + id));
  }

  /**
   * The integration link that was looked for, when there is one for this caller.
   *
   * @throws NotFoundException when there is none
   */
  public IntegrationLink ownLink(Optional<IntegrationLink> found, UUID id) {
    return found
        .filter(link -> mayUse(link.integration().id()))
        .orElseThrow(() -> new NotFoundException("integration link " + id));
  }
}
