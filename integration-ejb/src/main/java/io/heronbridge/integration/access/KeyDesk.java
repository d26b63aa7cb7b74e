package io.heronbridge.integration.access;

import io.heronbridge.integration.audit.AuditTrail;
import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.persistence.access.ApiKey;
import io.heronbridge.persistence.access.IssuedKeys;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.integration.Integrations;
import io.heronbridge.persistence.secret.Secret;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/** Issuing, replacing and revoking API keys. What a key is, is told once and stored hashed. */
@Stateless
@RolesAllowed(Role.Names.ADMIN)
public class KeyDesk {
  /** The longest that a key works on beside the one that replaced it. */
  public static final Duration LONGEST_OVERLAP = Duration.ofDays(7);

  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._@()+/-]{0,63}");

  @Inject IssuedKeys keys;
  @Inject Integrations integrations;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /** A new key, which is told once. */
  public record Issued(UUID id, Secret key) {}

  /**
   * @throws InvalidInputException when the name is taken or none, or an integration unknown
   */
  public Issued issue(KeyDraft draft, Caller caller) {
    requireUsable(draft);
    Secret value = fresh();
    Instant now = clock.instant();
    ApiKey key = new ApiKey(draft.name(), value, draft.readOnly(), now);
    key.limitTo(draft.integrations());
    draft.length().ifPresent(length -> key.lastUntil(now.plus(length)));
    keys.add(key);
    record("api-key.create", key, told(draft), caller);
    return new Issued(key.id(), value);
  }

  private void requireUsable(KeyDraft draft) {
    if (!NAME.matcher(draft.name()).matches()) {
      throw new InvalidInputException(
          "name", "must have 1 to 64 letters, digits, spaces or . _ @ ( ) + / -");
    }
    keys.addAlone();
    if (draft.name().equalsIgnoreCase(ApiKeys.BOOTSTRAP) || keys.isTaken(draft.name())) {
      throw new InvalidInputException("name", "is taken");
    }
    if (draft.integrations().stream().anyMatch(id -> integrations.find(id).isEmpty())) {
      throw new InvalidInputException("integrations", "has one that does not exist any more");
    }
  }

  private static Secret fresh() {
    return new Secret("hb_" + Tokens.text());
  }

  private static String told(KeyDraft draft) {
    String where =
        draft.integrations().isEmpty()
            ? "all integrations"
            : "integrations " + draft.integrations().size();
    return "%s, %s, %s, %s"
        .formatted(
            draft.name(),
            draft.readOnly() ? "read only" : "full",
            where,
            draft.length().map(length -> length.toDays() + " days").orElse("no end"));
  }

  /**
   * Replaces a key; the old one works for a while longer. One that was replaced before ends now.
   *
   * @return the new key, which is told once
   * @throws ConflictException when the key does not work any more
   */
  public Secret rotate(UUID id, Duration overlap, Caller caller) {
    if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
      throw new InvalidInputException("overlap", "must be 0 to 7 days");
    }
    Instant now = clock.instant();
    ApiKey key = findForChange(id);
    if (key.revokedAt().isPresent()
        || key.expiresAt().filter(end -> !now.isBefore(end)).isPresent()) {
      throw new ConflictException(key.name() + " does not work any more: create another key.");
    }
    Secret value = fresh();
    key.rotate(value, now.plus(overlap));
    record("api-key.rotate", key, key.name() + ", overlap " + overlap.toDays() + " d", caller);
    return value;
  }

  /** The key, and the one before it, stop working at once. */
  public void revoke(UUID id, Caller caller) {
    ApiKey key = findForChange(id);
    if (key.revokedAt().isPresent()) {
      return;
    }
    key.revoke(clock.instant());
    record("api-key.revoke", key, key.name(), caller);
  }

  private ApiKey findForChange(UUID id) {
    return keys.findForChange(id).orElseThrow(() -> new NotFoundException("API key " + id));
  }

  private void record(String action, ApiKey key, String detail, Caller caller) {
    audit.record(caller.name(), action, "api-key:" + key.id(), detail);
  }
}
