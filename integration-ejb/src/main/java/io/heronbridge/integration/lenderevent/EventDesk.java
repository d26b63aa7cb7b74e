package io.heronbridge.integration.lenderevent;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.heronbridge.persistence.integration.Integration;
import io.heronbridge.persistence.integration.Integrations;
import io.heronbridge.persistence.integration.LenderEndpoint;
import io.heronbridge.persistence.lenderevent.LenderEvent;
import io.heronbridge.persistence.lenderevent.LenderEvents;
import io.heronbridge.persistence.secret.SecretCipher;
import io.heronbridge.persistence.webhook.Header;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads what an event's attempt needs, before the call. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class EventDesk {
  @Inject LenderEvents events;
  @Inject Integrations integrations;
  @Inject SecretCipher cipher;
  @Inject Clock clock;

  /** What an attempt finds. */
  public sealed interface Work {
    /** To be posted there. */
    record Errand(URI url, List<Header> headers, byte[] body) implements Work {}

    /** The lender's backend wants to hear nothing. */
    record Unwanted(String reason) implements Work {}

    /** The event is gone. */
    record Nothing() implements Work {}
  }

  /** The name of an event that stays the same in every attempt. */
  static String id(LenderEvent event) {
    return "evt_" + event.id();
  }

  public Work prepare(UUID eventId) {
    return events
        .find(eventId)
        .flatMap(event -> integrations.find(event.integration()).map(each -> work(event, each)))
        .orElseGet(Work.Nothing::new);
  }

  private Work work(LenderEvent event, Integration integration) {
    Optional<LenderEndpoint> found = integration.events();
    if (found.flatMap(LenderEndpoint::goneSince).isPresent()) {
      return new Work.Unwanted("Not sent: the backend answered 410.");
    }
    LenderEndpoint endpoint = found.filter(LenderEndpoint::isOn).orElse(null);
    if (endpoint == null) {
      return new Work.Unwanted("Events were switched off before it was sent.");
    }
    if (!endpoint.chose(event.type())) {
      return new Work.Unwanted("Events of its type were switched off before it was sent.");
    }
    List<Header> headers =
        Signature.headers(
            id(event),
            clock.instant(),
            event.body(),
            endpoint.secrets(cipher, integration.id(), clock.instant()));
    return new Work.Errand(URI.create(endpoint.url()), headers, event.body().getBytes(UTF_8));
  }
}
