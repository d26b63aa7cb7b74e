package io.heronbridge.integration.removal;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.audit.AuditTrail;
import io.heronbridge.integration.heron.HeronTarget;
import io.heronbridge.integration.outbox.Outbox;
import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.persistence.enduser.EndUser;
import io.heronbridge.persistence.enduser.EndUserId;
import io.heronbridge.persistence.enduser.EndUsers;
import io.heronbridge.persistence.exchange.PublicTokenClaims;
import io.heronbridge.persistence.integrationlink.IntegrationLink;
import io.heronbridge.persistence.integrationlink.IntegrationLinks;
import io.heronbridge.persistence.item.Item;
import io.heronbridge.persistence.item.ItemId;
import io.heronbridge.persistence.item.Items;
import io.heronbridge.persistence.lenderevent.LenderEvents;
import io.heronbridge.persistence.outbox.MessageKind;
import io.heronbridge.persistence.secret.SecretCipher;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** Reads what is to be disconnected, and deletes what is left. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ErasureDesk {
  @Inject EndUsers endUsers;
  @Inject Items items;
  @Inject PublicTokenClaims claims;
  @Inject IntegrationLinks links;
  @Inject LenderEvents lenderEvents;
  @Inject Outbox outbox;
  @Inject AuditTrail audit;
  @Inject SecretCipher cipher;

  public List<ItemId> itemsOf(EndUserId id, Caller caller) {
    EndUser endUser = find(id);
    requireOwn(endUser, caller);
    if (!claims.openOf(endUser.id()).isEmpty()) {
      throw new ConflictException("The end user is connecting a bank just now; ask again.");
    }
    return items.connectedBy(endUser).stream().map(Item::itemId).toList();
  }

  /** Erasing takes with it what every integration has of the person, removed banks included. */
  private void requireOwn(EndUser endUser, Caller caller) {
    if (!endUsers.integrationsOf(endUser).stream().allMatch(caller::mayUse)) {
      throw new ConflictException(
          "The end user is known in integrations that this caller may not use.");
    }
  }

  /**
   * Where Heron has links of the end user that it has not been told to stop. What the outbox was to
   * tell is the caller's to tell now: no message outlives its end user.
   */
  public List<HeronTarget> whereLinked(EndUserId id) {
    List<IntegrationLink> untold = links.untoldOf(find(id));
    untold.forEach(link -> outbox.cancel(MessageKind.DISABLE_LINKS, link.id()));
    return untold.stream()
        .map(IntegrationLink::integration)
        .distinct()
        .map(integration -> HeronTarget.of(integration, cipher))
        .toList();
  }

  public void erase(EndUserId id, Caller caller) {
    EndUser endUser = find(id);
    endUsers.lockAgainstArrivals(endUser);
    requireOwn(endUser, caller);
    if (!items.connectedBy(endUser).isEmpty()) {
      throw new ConflictException("The end user has connected another bank meanwhile; ask again.");
    }
    if (!claims.openOf(endUser.id()).isEmpty()) {
      throw new ConflictException("The end user is connecting a bank just now; ask again.");
    }
    audit.record(caller.name(), "end_user.erase", "end_user:" + id);
    lenderEvents.eraseOf(endUser.id());
    endUsers.erase(endUser);
  }

  private EndUser find(EndUserId id) {
    return endUsers.find(id).orElseThrow(() -> new NotFoundException("end user " + id));
  }
}
