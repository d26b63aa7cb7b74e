package io.heronbridge.integration.link;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.item.ItemView;
import io.heronbridge.integration.item.Views;
import io.heronbridge.integration.plaid.AccessTokens;
import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.integration.webhookmove.WebhookMoving;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.enduser.EndUser;
import io.heronbridge.persistence.enduser.EndUserId;
import io.heronbridge.persistence.enduser.EndUsers;
import io.heronbridge.persistence.integration.Integration;
import io.heronbridge.persistence.integration.Integrations;
import io.heronbridge.persistence.integrationlink.IntegrationLinks;
import io.heronbridge.persistence.item.Item;
import io.heronbridge.persistence.item.ItemId;
import io.heronbridge.persistence.item.Items;
import io.heronbridge.persistence.secret.Secret;
import io.heronbridge.persistence.webhook.ReceivedWebhooks;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Brings in one item that the lender connected before there was a bridge. */
@Stateless
@RolesAllowed(Role.Names.API_WRITE)
public class ItemAdoption {
  @Inject Integrations integrations;
  @Inject EndUsers endUsers;
  @Inject Items items;
  @Inject IntegrationLinks links;
  @Inject ReceivedWebhooks webhooks;
  @Inject ItemArrival arrival;
  @Inject WebhookMoving moving;
  @Inject Clock clock;

  /**
   * An item that exists at Plaid, and its key.
   *
   * @param movesWebhook whether Plaid is to send its webhooks where the integration wants them
   */
  public record Foundling(
      UUID integrationId,
      EndUserId endUserId,
      Optional<String> endUserName,
      ItemId itemId,
      Secret accessToken,
      boolean movesWebhook) {}

  /**
   * @param isNew false when we had it already and nothing was changed
   */
  public record Adopted(ItemView item, boolean isNew) {}

  /**
   * @throws ConflictException when the item is another end user's
   * @throws InvalidInputException when the access token is of another environment
   */
  public Adopted adopt(Foundling foundling, Caller caller) {
    Integration integration =
        caller.ownIntegration(
            integrations.find(foundling.integrationId()), foundling.integrationId());
    AccessTokens.objection(foundling.accessToken(), integration.plaid().environment())
        .ifPresent(
            objection -> {
              throw new InvalidInputException("access_token", objection);
            });
    Optional<Item> known = items.find(foundling.itemId());
    if (known.isPresent()) {
      return known(known.get(), foundling);
    }
    // The end user before the item, as imports do: so nobody waits crosswise.
    EndUser endUser =
        endUsers.findOrCreate(foundling.endUserId(), foundling.endUserName(), clock.instant());
    // Two requests with the same item take turns, so that the second sees what the first stored.
    webhooks.serialise(foundling.itemId().value());
    return items
        .find(foundling.itemId())
        .map(item -> known(item, foundling))
        .orElseGet(() -> take(foundling, integration, endUser, caller));
  }

  private Adopted take(
      Foundling foundling, Integration integration, EndUser endUser, Caller caller) {
    ItemArrival.Newcomer newcomer =
        new ItemArrival.Newcomer(integration, endUser, foundling.itemId(), foundling.accessToken());
    ItemArrival.Manner manner =
        new ItemArrival.Manner(caller.name(), foundling.movesWebhook(), false);
    return new Adopted(Views.of(arrival.take(newcomer, manner)), true);
  }

  private Adopted known(Item item, Foundling foundling) {
    boolean same =
        item.endUser().endUserId().equals(foundling.endUserId())
            && item.integration().id().equals(foundling.integrationId());
    if (!same) {
      throw new ConflictException(
          "The item belongs to another end user or integration; it is not moved.");
    }
    if (foundling.movesWebhook()) {
      moving.ask(item, false);
    }
    return new Adopted(links.of(item).map(Views::of).orElseThrow(), false);
  }
}
