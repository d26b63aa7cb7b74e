package io.heronbridge.integration.callback;

import io.heronbridge.persistence.callback.CallbackFacts;
import io.heronbridge.persistence.callback.HeronCallback;
import io.heronbridge.persistence.callback.HeronCallbacks;
import io.heronbridge.persistence.integration.Integrations;
import io.heronbridge.persistence.integrationlink.IntegrationLink;
import io.heronbridge.persistence.integrationlink.IntegrationLinkStatus;
import io.heronbridge.persistence.integrationlink.IntegrationLinks;
import io.heronbridge.persistence.item.Item;
import io.heronbridge.persistence.item.ItemId;
import io.heronbridge.persistence.item.Items;
import io.heronbridge.persistence.secret.Secret;
import io.heronbridge.persistence.secret.SecretCipher;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Stores a verified callback and marks the links it speaks of to be read soon, at once. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CallbackDesk {
  /** Heron's last retry comes about twenty minutes after the first try. */
  private static final Duration REMEMBERED = Duration.ofHours(24);

  private static final int MOST_MARKED = 200;

  @Inject Integrations integrations;
  @Inject Items items;
  @Inject IntegrationLinks links;
  @Inject HeronCallbacks callbacks;
  @Inject SecretCipher cipher;
  @Inject Clock clock;

  /** What may have signed an integration's callbacks; empty when there is no such integration. */
  public Optional<List<Secret>> secrets(UUID integration) {
    return integrations
        .find(integration)
        .map(found -> found.heron().webhookSecrets(cipher, found.id()));
  }

  /**
   * Stores the callback; when this has returned, it is durable. Empty when it was before.
   *
   * @param signature that fits the body, and so any other spelling of it
   */
  public Optional<UUID> keep(UUID integration, byte[] body, byte[] signature) {
    Instant now = clock.instant();
    callbacks.serialise(integration, signature);
    if (callbacks.anySince(integration, signature, now.minus(REMEMBERED))) {
      return Optional.empty();
    }
    CallbackFacts facts = CallbackNews.in(body);
    HeronCallback callback = new HeronCallback(integration, facts, body, signature, now);
    if (CallbackNews.speaksOfLinks(facts)) {
      // Locked before anything of them is read: what was read earlier would be written back stale.
      List<IntegrationLink> spokenOf =
          spokenOf(integration, facts).stream()
              .flatMap(id -> links.findForChange(id).stream())
              .filter(link -> link.status() == IntegrationLinkStatus.LINKED)
              .toList();
      spokenOf.forEach(link -> link.readBy(now));
      callback.mark(spokenOf.size());
    }
    callbacks.add(callback);
    return Optional.of(callback.id());
  }

  /** The item's link when we know it, else all links of the end user, in the order of their ids. */
  private List<UUID> spokenOf(UUID integration, CallbackFacts facts) {
    Optional<UUID> link =
        facts
            .itemId()
            .flatMap(this::item)
            .filter(item -> item.integration().id().equals(integration))
            .flatMap(links::idOf);
    if (link.isPresent()) {
      return List.of(link.get());
    }
    return facts
        .endUserId()
        .map(endUser -> links.linkedOf(integration, endUser, MOST_MARKED))
        .orElse(List.of());
  }

  private Optional<Item> item(String id) {
    try {
      return items.find(new ItemId(id));
    } catch (IllegalArgumentException strange) {
      return Optional.empty();
    }
  }
}
