package io.heronbridge.integration.reading;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.plaid.PlaidFault;
import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.integration.removal.ItemRemoval;
import io.heronbridge.integration.words.Words;
import io.heronbridge.persistence.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;

/** Mends what drifted, because a person asks for it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed({Role.Names.OPERATOR, Role.Names.API_WRITE})
public class DriftRepair {
  @Inject RepairDesk desk;
  @Inject ItemRemoval removal;

  /** What was mended, and one sentence on what happens now. */
  public record Repaired(String kind, String detail) {}

  /**
   * @throws NotFoundException when there is no such link for this caller
   * @throws ConflictException when there is nothing to repair, or not from here
   * @throws PlaidFault when Plaid did not do its part
   */
  public Repaired repair(UUID link, Caller caller) {
    RepairDesk.Work work = desk.prepare(link, caller);
    String detail =
        switch (work.drift()) {
          case MISSING_AT_HERON, SYNC_DISABLED -> {
            desk.submitAgain(link, caller);
            yield "The link is on its way to Heron again.";
          }
          case ERRORING -> {
            desk.refresh(link, caller);
            yield "Heron is asked to read the bank again; its status is read in a minute.";
          }
          case GONE_AT_PLAID, DELETED_IN_PLAID -> disconnect(work, link, caller);
          case WEBHOOK_ELSEWHERE -> moveWebhooks(work, link, caller);
        };
    return new Repaired(Words.of(work.drift()), detail);
  }

  private String disconnect(RepairDesk.Work work, UUID link, Caller caller) {
    desk.note(link, work.drift(), caller);
    removal.remove(work.itemId(), caller);
    return "The bank is disconnected.";
  }

  private String moveWebhooks(RepairDesk.Work work, UUID link, Caller caller) {
    desk.moveWebhooks(link, caller);
    return "Plaid is told to send the item's webhooks to " + work.wantedWebhook() + ".";
  }
}
