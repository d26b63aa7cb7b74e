package io.heronbridge.integration.link;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.plaid.PlaidClient.LinkTokenOrder;
import io.heronbridge.integration.plaid.PlaidTarget;
import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.integration.settings.PublicUrls;
import io.heronbridge.persistence.enduser.EndUser;
import io.heronbridge.persistence.enduser.EndUsers;
import io.heronbridge.persistence.integration.Integration;
import io.heronbridge.persistence.integration.Integrations;
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
import java.util.Optional;

/** Gathers what a link token is to carry, before Plaid is called. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LinkTokenDesk {
  @Inject Integrations integrations;
  @Inject EndUsers endUsers;
  @Inject Items items;
  @Inject SecretCipher cipher;
  @Inject PublicUrls urls;
  @Inject Clock clock;

  /** The call to make, and with whose keys. */
  public record Prepared(PlaidTarget target, LinkTokenOrder order) {}

  public Prepared prepare(LinkTokenRequest request, Caller caller) {
    Integration integration =
        caller.ownIntegration(integrations.find(request.integrationId()), request.integrationId());
    EndUser endUser =
        endUsers.findOrCreate(request.endUserId(), request.endUserName(), clock.instant());
    Optional<LinkTokenOrder.Update> update =
        request
            .itemId()
            .map(id -> tokenOf(id, integration, endUser))
            .map(token -> new LinkTokenOrder.Update(token, request.accountSelection()));
    LinkTokenOrder order =
        new LinkTokenOrder(
            integration.link().clientName(),
            endUser.id().toString(),
            integration.link().products(),
            integration.link().countryCodes(),
            integration.link().language(),
            integration.link().daysRequested(),
            urls.webhookOf(integration),
            Optional.ofNullable(integration.link().redirectUri()),
            update);
    return new Prepared(PlaidTarget.of(integration, cipher), order);
  }

  private Secret tokenOf(ItemId id, Integration integration, EndUser endUser) {
    Item item =
        items
            .find(id)
            .filter(found -> found.endUser().id().equals(endUser.id()))
            .filter(found -> found.integration().id().equals(integration.id()))
            .orElseThrow(() -> new NotFoundException("item " + id + " of this end user"));
    return item.accessToken(cipher)
        .orElseThrow(
            () -> new ConflictException("Item " + id + " was removed; connect the bank anew."));
  }
}
