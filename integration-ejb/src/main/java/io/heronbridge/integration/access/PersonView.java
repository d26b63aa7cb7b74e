package io.heronbridge.integration.access;

import io.heronbridge.persistence.access.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who may use the admin portal, or might once.
 *
 * @param state {@code active}, {@code newcomer} (has a one-time password), {@code expired} (did not
 *     use it in time) or {@code deactivated}
 * @param times when the person was added, last signed in, and until when a one-time password works
 * @param sessions how many browsers the person is signed in with
 */
public record PersonView(
    UUID id, String username, Role role, String state, Times times, long sessions) {

  /** The moments of a person. */
  public record Times(
      Instant createdAt, Optional<Instant> lastSignInAt, Optional<Instant> oneTimeUntil) {}

  public boolean isActive() {
    return !state.equals("deactivated");
  }
}
