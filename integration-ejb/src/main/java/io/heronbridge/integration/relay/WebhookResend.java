package io.heronbridge.integration.relay;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.audit.AuditTrail;
import io.heronbridge.integration.outbox.Outbox;
import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.integrationlink.IntegrationLink;
import io.heronbridge.persistence.integrationlink.IntegrationLinks;
import io.heronbridge.persistence.item.ItemId;
import io.heronbridge.persistence.item.Items;
import io.heronbridge.persistence.outbox.MessageKind;
import io.heronbridge.persistence.webhook.ReceivedWebhook;
import io.heronbridge.persistence.webhook.ReceivedWebhooks;
import io.heronbridge.persistence.webhook.WebhookStatus;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sending a webhook again because a person asks for it. */
@Stateless
@RolesAllowed({Role.Names.OPERATOR, Role.Names.API_WRITE})
public class WebhookResend {
  @Inject ReceivedWebhooks webhooks;
  @Inject Items items;
  @Inject IntegrationLinks links;
  @Inject LateWebhooks late;
  @Inject Outbox outbox;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /**
   * Sends the bytes again while Heron may still accept their signature, else asks for a refresh.
   *
   * @return one sentence on what will happen
   * @throws ConflictException when neither is possible
   */
  public String resend(UUID id, Caller caller) {
    ReceivedWebhook webhook =
        webhooks
            .find(id)
            .filter(found -> caller.mayUse(found.integration()))
            .orElseThrow(() -> new NotFoundException("webhook " + id));
    if (webhook.status() == WebhookStatus.NOT_RELAYED) {
      throw new ConflictException("This webhook is not meant to be relayed.");
    }
    if (isGivenUp(webhook)) {
      throw new ConflictException("Its link was cancelled, so Heron does not know the bank.");
    }
    audit.record(caller.name(), "webhook.resend", "webhook:" + id);
    Instant now = clock.instant();
    if (now.isBefore(webhook.facts().signedAt().plus(IntakeDesk.RELAYABLE))) {
      webhook.await("A person asked for it to be sent again.");
      outbox.resend(MessageKind.RELAY_WEBHOOK, List.of(id));
      outbox.wish(MessageKind.RELAY_WEBHOOK, id, webhook.integration());
      return "The same bytes are sent again now.";
    }
    if (late.requestRefresh(webhook, "A person asked for it after its five minutes.")) {
      return "Its five minutes are over, so Heron is asked to refresh the link.";
    }
    throw new ConflictException(
        "Its five minutes are over, and Heron has no link that could be refreshed.");
  }

  private boolean isGivenUp(ReceivedWebhook webhook) {
    return Optional.ofNullable(webhook.facts().itemId())
        .filter(text -> !text.isBlank())
        .flatMap(text -> items.find(new ItemId(text)))
        .flatMap(links::of)
        .filter(IntegrationLink::isGivenUp)
        .isPresent();
  }
}
