package io.heronbridge.integration.lenderevent;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.audit.AuditTrail;
import io.heronbridge.integration.outbox.Outbox;
import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.integration.Integration;
import io.heronbridge.persistence.integration.Integrations;
import io.heronbridge.persistence.integration.LenderEndpoint;
import io.heronbridge.persistence.lenderevent.LenderEventType;
import io.heronbridge.persistence.outbox.MessageKind;
import io.heronbridge.persistence.outbox.OutboxMessages;
import io.heronbridge.persistence.secret.Secret;
import io.heronbridge.persistence.secret.SecretCipher;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Setting up, changing and switching off what a lender's backend is told. */
@Stateless
@RolesAllowed({Role.Names.VIEWER, Role.Names.API_READ})
public class EndpointSetup {
  private static final Set<String> CHANGERS = Set.of(Role.Names.ADMIN, Role.Names.API_WRITE);

  @Inject Integrations integrations;
  @Inject EndpointCheck check;
  @Inject LenderNews news;
  @Inject OutboxMessages messages;
  @Inject Outbox outbox;
  @Inject AuditTrail audit;
  @Inject SecretCipher cipher;
  @Inject Clock clock;

  /**
   * What a change came to.
   *
   * @param newSecret told this one time; empty when none was made
   */
  public record Changed(EndpointView endpoint, Optional<Secret> newSecret) {}

  /**
   * The address is whole only for those who may change it.
   *
   * @throws NotFoundException when there is no such integration for this caller
   */
  public EndpointView get(UUID integration, Caller caller) {
    return view(caller.ownIntegration(integrations.find(integration), integration), caller);
  }

  /**
   * Switches events on, or changes where they go and which. What waits goes to the new address, at
   * once. The first time a secret is made.
   *
   * @param types words of types; empty means all
   * @throws InvalidInputException naming what cannot be accepted
   */
  @RolesAllowed({Role.Names.ADMIN, Role.Names.API_WRITE})
  public Changed set(UUID id, String url, List<String> types, Caller caller) {
    String address = check.url(url);
    List<LenderEventType> wanted = EndpointCheck.types(types);
    Integration integration = findForChange(id, caller);
    Instant now = clock.instant();
    integration.tellLenderAt(address, wanted, now);
    Optional<Secret> made = Optional.empty();
    if (!integration.events().orElseThrow().hasSecret()) {
      made = Optional.of(rotate(integration, now));
    }
    hurry(integration);
    audit.record(
        caller.name(),
        "integration.events_change",
        "integration:" + id,
        EndpointView.withoutQuery(address));
    return new Changed(view(integration, caller), made);
  }

  /**
   * Another secret signs from now on, beside the earlier one for a day.
   *
   * @param force also while the secret before the present one still signs, which ends it at once
   * @throws ConflictException when events were never set up, or that secret still signs
   */
  @RolesAllowed({Role.Names.ADMIN, Role.Names.API_WRITE})
  public Changed rotate(UUID id, boolean force, Caller caller) {
    Integration integration = findForChange(id, caller);
    Instant now = clock.instant();
    LenderEndpoint endpoint =
        integration
            .events()
            .filter(LenderEndpoint::hasSecret)
            .orElseThrow(
                () -> new ConflictException("Events are not set up for this integration."));
    Optional<Instant> overlap = endpoint.secretBeforeUntil(now);
    if (overlap.isPresent() && !force) {
      throw new ConflictException(
          "The secret before signs until %s; another rotation, which must be forced, ends it at once."
              .formatted(overlap.get().truncatedTo(ChronoUnit.SECONDS)));
    }
    Secret secret = rotate(integration, now);
    audit.record(caller.name(), "integration.events_rotate", "integration:" + id);
    return new Changed(view(integration, caller), Optional.of(secret));
  }

  private Secret rotate(Integration integration, Instant now) {
    Secret secret = Signature.freshSecret();
    integration.rotateEventsSecret(cipher, secret, now);
    return secret;
  }

  /**
   * Nothing is sent or kept any more, also where the backend was gone; what waits is cancelled.
   * Address and secret are kept.
   */
  @RolesAllowed({Role.Names.ADMIN, Role.Names.API_WRITE})
  public EndpointView switchOff(UUID id, Caller caller) {
    Integration integration = findForChange(id, caller);
    if (integration.events().filter(EndpointSetup::isInUse).isPresent()) {
      integration.switchEventsOff("Switched off by a person.", clock.instant());
      hurry(integration);
      audit.record(caller.name(), "integration.events_off", "integration:" + id);
    }
    return view(integration, caller);
  }

  private static boolean isInUse(LenderEndpoint endpoint) {
    return endpoint.isOn() || endpoint.goneSince().isPresent();
  }

  /**
   * Sends an event of type {@code test}.
   *
   * @return its id
   * @throws ConflictException when events are not switched on
   */
  @RolesAllowed({Role.Names.OPERATOR, Role.Names.API_WRITE})
  public UUID test(UUID id, Caller caller) {
    Integration integration = caller.ownIntegration(integrations.find(id), id);
    if (integration.events().filter(LenderEndpoint::isOn).isEmpty()) {
      throw new ConflictException("Events are not switched on for this integration.");
    }
    audit.record(caller.name(), "integration.events_test", "integration:" + id);
    return news.test(integration).id();
  }

  /** What waits finds the new state of things now, not at its next attempt. */
  private void hurry(Integration integration) {
    messages.hurry(MessageKind.TELL_LENDER, integration.id());
    outbox.wakeAfterCommit();
  }

  private Integration findForChange(UUID id, Caller caller) {
    return caller.ownIntegration(integrations.findForChange(id), id);
  }

  private EndpointView view(Integration integration, Caller caller) {
    return integration
        .events()
        .map(endpoint -> view(endpoint, address(endpoint, caller)))
        .orElseGet(
            () ->
                new EndpointView(
                    "unset",
                    Optional.empty(),
                    words(LenderEventType.CHOOSABLE),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
  }

  private static String address(LenderEndpoint endpoint, Caller caller) {
    return CHANGERS.stream().anyMatch(caller.groups()::contains)
        ? endpoint.url()
        : EndpointView.withoutQuery(endpoint.url());
  }

  private EndpointView view(LenderEndpoint endpoint, String address) {
    return new EndpointView(
        endpoint.isOn() ? "on" : "off",
        Optional.of(address),
        words(endpoint.types()),
        endpoint.offReason(),
        endpoint.goneSince(),
        Optional.ofNullable(endpoint.secretHint()),
        endpoint.secretBeforeUntil(clock.instant()));
  }

  private static List<String> words(List<LenderEventType> types) {
    return types.stream().map(LenderEventType::word).toList();
  }
}
