package io.heronbridge.integration.relay;

import io.heronbridge.persistence.integration.Integrations;
import io.heronbridge.persistence.secret.SecretCipher;
import io.heronbridge.persistence.webhook.Header;
import io.heronbridge.persistence.webhook.ReceivedWebhook;
import io.heronbridge.persistence.webhook.ReceivedWebhooks;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads what a relay needs, before the call. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RelayDesk {
  @Inject ReceivedWebhooks webhooks;
  @Inject Integrations integrations;
  @Inject SecretCipher cipher;

  /** The bytes and headers to send, and where to. */
  public record RelayWork(URI url, byte[] body, List<Header> headers) {}

  public Optional<RelayWork> prepare(UUID webhookId) {
    Optional<ReceivedWebhook> webhook = webhooks.find(webhookId);
    if (webhook.isEmpty()) {
      return Optional.empty();
    }
    return integrations
        .find(webhook.get().integration())
        .map(
            integration ->
                new RelayWork(
                    URI.create(integration.heron().webhookUrl()),
                    webhook.get().body(cipher),
                    RelayedHeaders.endToEnd(webhook.get().headers())));
  }
}
