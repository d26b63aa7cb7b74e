package io.heronbridge.integration.relay;

import static java.lang.System.Logger.Level.WARNING;

import io.heronbridge.integration.itemstate.ItemStates;
import io.heronbridge.integration.itemstate.WebhookNews;
import io.heronbridge.integration.outbox.Outbox;
import io.heronbridge.integration.plaid.PlaidTarget;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.persistence.integration.Integration;
import io.heronbridge.persistence.integration.Integrations;
import io.heronbridge.persistence.integrationlink.IntegrationLink;
import io.heronbridge.persistence.integrationlink.IntegrationLinkStatus;
import io.heronbridge.persistence.integrationlink.IntegrationLinks;
import io.heronbridge.persistence.item.Item;
import io.heronbridge.persistence.item.ItemId;
import io.heronbridge.persistence.item.Items;
import io.heronbridge.persistence.outbox.MessageKind;
import io.heronbridge.persistence.outbox.OutboxMessage;
import io.heronbridge.persistence.secret.SealBrokenException;
import io.heronbridge.persistence.secret.SecretCipher;
import io.heronbridge.persistence.webhook.ReceivedWebhook;
import io.heronbridge.persistence.webhook.ReceivedWebhooks;
import io.heronbridge.persistence.webhook.WebhookFacts;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Stores a verified webhook, with its promise to be relayed and what it says of the item, at once.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class IntakeDesk {
  /** A strict receiver refuses the bytes five minutes after they were signed. */
  static final Duration RELAYABLE = Duration.ofSeconds(290);

  private static final System.Logger LOG = System.getLogger(IntakeDesk.class.getName());
  private static final Duration LONGEST_HOLD = Duration.ofMinutes(4);
  private static final String LINK = "LINK";

  @Inject Integrations integrations;
  @Inject Items items;
  @Inject IntegrationLinks links;
  @Inject ReceivedWebhooks webhooks;
  @Inject ItemStates states;
  @Inject Outbox outbox;
  @Inject SecretCipher cipher;

  /** With whose keys an integration's webhooks are verified. */
  public Optional<PlaidTarget> target(UUID integration) {
    return integrations.find(integration).map(found -> PlaidTarget.of(found, cipher));
  }

  /** The same of every integration whose keys can be opened. */
  public Map<UUID, PlaidTarget> targets() {
    Map<UUID, PlaidTarget> targets = new HashMap<>();
    for (Integration integration : integrations.all()) {
      try {
        targets.put(integration.id(), PlaidTarget.of(integration, cipher));
      } catch (SealBrokenException e) {
        LOG.log(WARNING, () -> "keys do not open integration=" + integration.id());
      }
    }
    return targets;
  }

  /**
   * Stores the webhook; when this has returned, it is durable. Empty when it was before: Heron may
   * send Plaid's webhooks back to us, and passing them on again would never end.
   *
   * @throws NotFoundException when the integration was deleted meanwhile
   */
  public Optional<UUID> keep(Letter letter) {
    byte[] signature = letter.signatureSha256();
    // Two of the same at once: the second waits, and finds the first.
    webhooks.serialise(HexFormat.of().formatHex(signature));
    if (webhooks.anySignedBy(letter.integration(), signature)) {
      return Optional.empty();
    }
    return Optional.of(stored(letter, signature).id());
  }

  private ReceivedWebhook stored(Letter letter, byte[] signature) {
    Integration integration =
        integrations
            .find(letter.integration())
            .orElseThrow(() -> new NotFoundException("such integration any more"));
    JsonObject json = letter.json();
    String itemId = Letter.text(json, "item_id");
    WebhookFacts facts =
        new WebhookFacts(
            itemId,
            Letter.text(json, "webhook_type"),
            Letter.text(json, "webhook_code"),
            letter.signedAt());
    ReceivedWebhook webhook =
        new ReceivedWebhook(integration.id(), facts, letter.headers(), letter.receivedAt());
    webhook.rememberSignature(signature);
    boolean carriesTokens = LINK.equals(facts.type());
    if (carriesTokens) {
      webhook.sealBody(cipher, letter.body());
    } else {
      webhook.keepBody(letter.body());
    }
    webhooks.add(webhook);
    if (carriesTokens && !integration.relaysLinkWebhooks()) {
      webhook.keepToOurselves(
          "LINK webhooks carry live public tokens; this integration does not relay them.");
      return webhook;
    }
    promise(webhook, knownItem(integration.id(), itemId), json);
    return webhook;
  }

  private Optional<Item> knownItem(UUID integration, String itemId) {
    if (itemId == null || itemId.isBlank()) {
      return Optional.empty();
    }
    webhooks.serialise(itemId);
    try {
      return items
          .findForChange(new ItemId(itemId))
          .filter(item -> item.integration().id().equals(integration));
    } catch (IllegalArgumentException strange) {
      return Optional.empty();
    }
  }

  private void promise(ReceivedWebhook webhook, Optional<Item> item, JsonObject json) {
    item.ifPresent(known -> heed(webhook, known, json));
    Optional<IntegrationLink> link = item.flatMap(links::of);
    if (link.filter(IntegrationLink::isGivenUp).isPresent()) {
      webhook.keepToOurselves("Its link was cancelled, so Heron does not know the bank.");
      return;
    }
    OutboxMessage message =
        outbox.append(MessageKind.RELAY_WEBHOOK, webhook.id(), webhook.integration());
    String itemId = webhook.facts().itemId();
    Instant signedAt = webhook.facts().signedAt();
    String lane = itemId == null ? null : Outbox.lane(webhook.integration(), itemId);
    message.inLane(lane, signedAt.plus(RELAYABLE));
    if (itemId != null && link.filter(IntakeDesk::isAtHeron).isEmpty()) {
      message.holdUntil(signedAt.plus(LONGEST_HOLD), "its link is not at Heron yet");
      webhook.await("Waits until its link is at Heron, four minutes at most.");
    }
  }

  private void heed(ReceivedWebhook webhook, Item item, JsonObject json) {
    WebhookNews.in(json)
        .ifPresent(
            saying ->
                states.tell(item, saying, "webhook:" + webhook.id(), webhook.facts().signedAt()));
  }

  private static boolean isAtHeron(IntegrationLink link) {
    return link.item().isRemoved() || link.status() == IntegrationLinkStatus.LINKED;
  }
}
