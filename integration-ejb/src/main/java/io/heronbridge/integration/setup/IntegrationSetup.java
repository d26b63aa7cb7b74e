package io.heronbridge.integration.setup;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.audit.AuditTrail;
import io.heronbridge.integration.outbox.Outbox;
import io.heronbridge.integration.problem.ChangedMeanwhileException;
import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.integration.settings.PublicUrls;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.exchange.PublicTokenClaims;
import io.heronbridge.persistence.integration.Integration;
import io.heronbridge.persistence.integration.Integrations;
import io.heronbridge.persistence.integration.SetUps;
import io.heronbridge.persistence.item.Items;
import io.heronbridge.persistence.itemimport.ItemImports;
import io.heronbridge.persistence.lenderevent.LenderEvents;
import io.heronbridge.persistence.secret.SecretCipher;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.IntPredicate;

/** Creating, changing, pausing and removing integrations. */
@Stateless
@RolesAllowed({Role.Names.VIEWER, Role.Names.API_READ})
public class IntegrationSetup {
  /** For whoever does not say what they saw. */
  public static final IntPredicate ANY_VERSION = version -> true;

  private static final int LONGEST_REASON = 500;

  @Inject Integrations integrations;
  @Inject Items items;
  @Inject PublicTokenClaims claims;
  @Inject LenderEvents events;
  @Inject DraftCheck check;
  @Inject AuditTrail audit;
  @Inject Outbox outbox;
  @Inject SecretCipher cipher;
  @Inject ItemImports imports;
  @Inject PublicUrls urls;
  @Inject SetUps setUps;
  @Inject Clock clock;

  /** All integrations the caller may use, oldest first. */
  public List<IntegrationView> list(Caller caller) {
    return integrations.all().stream()
        .filter(integration -> caller.mayUse(integration.id()))
        .map(this::view)
        .toList();
  }

  /**
   * @throws NotFoundException when there is none for this caller
   */
  public IntegrationView get(UUID id, Caller caller) {
    return view(find(id, caller));
  }

  /** Whether banks were connected through it. */
  public boolean hasItems(UUID id, Caller caller) {
    return items.anyOf(find(id, caller).id());
  }

  /**
   * @throws InvalidInputException naming every field that cannot be accepted
   */
  @RolesAllowed({Role.Names.ADMIN, Role.Names.API_WRITE})
  public IntegrationView create(IntegrationDraft draft, Caller caller) {
    check.requireUsable(draft, true);
    Instant now = clock.instant();
    Integration integration = new Integration(UUID.randomUUID(), now);
    apply(draft, integration, now);
    integrations.add(integration);
    setUps.ofForChange(integration.id(), now);
    audit.record(
        caller.name(), "integration.create", "integration:" + integration.id(), draft.name());
    return view(integration);
  }

  /**
   * Replaces everything; secrets that are absent stay as they were.
   *
   * @param versions those that the caller means
   * @throws ChangedMeanwhileException when it has another one
   */
  @RolesAllowed({Role.Names.ADMIN, Role.Names.API_WRITE})
  public IntegrationView replace(
      UUID id, IntPredicate versions, IntegrationDraft draft, Caller caller) {
    check.requireUsable(draft, false);
    Integration integration = findForChange(id, caller);
    require(versions, integration);
    SecretsStay.require(draft, integration);
    IntegrationView before = view(integration);
    apply(draft, integration, clock.instant());
    audit.record(caller.name(), "integration.change", "integration:" + id, draft.name());
    integrations.flush();
    IntegrationView after = view(integration);
    if (draft.hasSecret() || !after.worksLike(before)) {
      setUps.ofForChange(id, integration.createdAt()).settle(clock.instant());
    }
    return after;
  }

  private static void require(IntPredicate versions, Integration integration) {
    if (!versions.test(integration.version())) {
      throw new ChangedMeanwhileException(
          "The integration was changed since it was read. Read it again, then decide.");
    }
  }

  /**
   * @param versions those that the caller means
   * @throws ChangedMeanwhileException when it has another one
   * @throws ConflictException when the integration has items
   */
  @RolesAllowed({Role.Names.ADMIN, Role.Names.API_WRITE})
  public void delete(UUID id, IntPredicate versions, Caller caller) {
    Integration integration = findForChange(id, caller);
    require(versions, integration);
    if (items.anyOf(id) || claims.anyOpen(id)) {
      throw new ConflictException("The integration has items; it can be paused, but not deleted.");
    }
    if (imports.countOpen(id) > 0) {
      throw new ConflictException("An import into the integration is under way; cancel it first.");
    }
    claims.forgetDecided(id);
    events.forgetMessagesOf(id);
    integrations.remove(integration);
    audit.record(caller.name(), "integration.delete", "integration:" + id, integration.name());
  }

  /** Holds the integration's links; webhooks are relayed on. */
  @RolesAllowed({Role.Names.OPERATOR, Role.Names.API_WRITE})
  public void pause(UUID id, String reason, Caller caller) {
    if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new InvalidInputException("reason", "must be 1 to 500 characters");
    }
    findForChange(id, caller).pause(reason.trim(), clock.instant());
    audit.record(caller.name(), "integration.pause", "integration:" + id, reason.trim());
  }

  /** Lets the held links go. */
  @RolesAllowed({Role.Names.OPERATOR, Role.Names.API_WRITE})
  public void resume(UUID id, Caller caller) {
    findForChange(id, caller).resume(clock.instant());
    outbox.wakeAfterCommit();
    audit.record(caller.name(), "integration.resume", "integration:" + id);
  }

  private void apply(IntegrationDraft draft, Integration integration, Instant now) {
    integration.describe(check.description(draft), now);
    integration.keepSecrets(
        cipher, draft.plaid().secret(), draft.heron().apiKey(), draft.heron().webhookSecret());
  }

  private Integration find(UUID id, Caller caller) {
    return caller.ownIntegration(integrations.find(id), id);
  }

  /** Locks before anything is read: what was read earlier would be written back stale. */
  private Integration findForChange(UUID id, Caller caller) {
    return caller.ownIntegration(integrations.findForChange(id), id);
  }

  private IntegrationView view(Integration integration) {
    return IntegrationViews.of(
        integration, urls.plaidWebhook(integration.id()), urls.heronCallback(integration.id()));
  }
}
