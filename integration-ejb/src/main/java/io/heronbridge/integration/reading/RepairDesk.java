package io.heronbridge.integration.reading;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.audit.AuditTrail;
import io.heronbridge.integration.outbox.Outbox;
import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.integration.settings.PublicUrls;
import io.heronbridge.integration.webhookmove.WebhookMoving;
import io.heronbridge.integration.words.Words;
import io.heronbridge.persistence.integrationlink.Drift;
import io.heronbridge.persistence.integrationlink.IntegrationLink;
import io.heronbridge.persistence.integrationlink.IntegrationLinkStatus;
import io.heronbridge.persistence.integrationlink.IntegrationLinks;
import io.heronbridge.persistence.item.ItemId;
import io.heronbridge.persistence.outbox.MessageKind;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** What a repair needs, and what it changes here, each in a short transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RepairDesk {
  @Inject IntegrationLinks links;
  @Inject Outbox outbox;
  @Inject AuditTrail audit;
  @Inject PublicUrls urls;
  @Inject WebhookMoving moving;
  @Inject Clock clock;

  /** What is to be mended. */
  public record Work(Drift drift, ItemId itemId, String wantedWebhook) {}

  public Work prepare(UUID id, Caller caller) {
    IntegrationLink link = caller.ownLink(links.find(id), id);
    Drift drift = driftOf(link);
    String wanted = urls.webhookOf(link.integration());
    Remedy remedy = Remedy.of(drift, link, wanted);
    if (remedy.repair().isEmpty()) {
      throw new ConflictException(remedy.cause() + " " + remedy.advice());
    }
    return new Work(drift, link.item().itemId(), wanted);
  }

  private static Drift driftOf(IntegrationLink link) {
    return link.drift()
        .filter(drift -> !link.item().isRemoved())
        .orElseThrow(
            () -> new ConflictException("Heron and Plaid agree with us: nothing to repair."));
  }

  /**
   * Sends the link to Heron once more; the message first, then the link, as everybody locks them.
   */
  public void submitAgain(UUID id, Caller caller) {
    UUID integration = links.integrationOf(id).orElseThrow();
    outbox.wish(MessageKind.CREATE_LINK, id, integration);
    IntegrationLink link = links.findForChange(id).orElseThrow();
    Drift drift = driftOf(link);
    if (link.status() != IntegrationLinkStatus.LINKED) {
      throw new ConflictException("The link is on its way to Heron already.");
    }
    link.again(clock.instant());
    note(id, drift, caller);
  }

  /** Asks Heron to read the bank again. */
  public void refresh(UUID id, Caller caller) {
    UUID integration = links.integrationOf(id).orElseThrow();
    outbox.wish(MessageKind.REFRESH_LINK, id, integration);
    IntegrationLink link = links.findForChange(id).orElseThrow();
    note(id, driftOf(link), caller);
    link.readBy(clock.instant().plus(ReadingSchedule.AFTER_REFRESH));
  }

  /** Has Plaid send the webhooks where we want them; a reading follows. */
  public void moveWebhooks(UUID id, Caller caller) {
    moving.ask(links.find(id).orElseThrow().item(), false);
    note(id, Drift.WEBHOOK_ELSEWHERE, caller);
  }

  public void note(UUID id, Drift drift, Caller caller) {
    audit.record(caller.name(), "link.repair", "link:" + id, Words.of(drift));
  }
}
