package io.heronbridge.portal.api;

import io.heronbridge.integration.access.Tokens;
import io.heronbridge.integration.lenderevent.EndpointSetup;
import io.heronbridge.integration.lenderevent.EndpointView;
import io.heronbridge.persistence.secret.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an integration's events go. */
@Schema(name = "IntegrationEvents")
public record EndpointJson(
    @Schema(description = "on, off or unset.") String status,
    Optional<String> url,
    @Schema(description = "The types that are sent.") List<String> types,
    Optional<String> offReason,
    @Schema(
            description =
                "Since when the backend has answered 410; what happens is kept meanwhile. Null"
                    + " while events are on or a person switched them off.")
        Optional<Instant> goneSince,
    StoredSecret secret,
    @Schema(description = "The whole secret, in the one answer that makes it.")
        Optional<String> newSecret,
    @Schema(description = "Until then the secret before signs too.")
        Optional<Instant> earlierSecretUntil) {

  /** Whether there is a secret, and how it ends. */
  @Schema(name = "EventsSecret")
  public record StoredSecret(boolean set, Optional<String> hint) {}

  static EndpointJson of(EndpointSetup.Changed changed) {
    return of(changed.endpoint(), changed.newSecret());
  }

  static EndpointJson of(EndpointView endpoint, Optional<Secret> made) {
    return new EndpointJson(
        endpoint.status(),
        endpoint.url(),
        endpoint.types(),
        endpoint.offReason(),
        endpoint.goneSince(),
        new StoredSecret(endpoint.secretHint().isPresent(), endpoint.secretHint()),
        made.map(Tokens::reveal),
        endpoint.earlierSecretUntil());
  }
}
