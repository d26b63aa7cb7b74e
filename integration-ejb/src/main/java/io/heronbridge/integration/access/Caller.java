package io.heronbridge.integration.access;

import java.util.List;
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

  /** Whether the caller may see and use an integration. */
  public boolean mayUse(UUID integration) {
    return integrations.isEmpty() || integrations.contains(integration);
  }
}
