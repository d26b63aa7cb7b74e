package io.heronbridge.integration.link;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.item.Views;
import io.heronbridge.integration.link.ExchangeStep.Ask;
import io.heronbridge.integration.link.ExchangeStep.Settled;
import io.heronbridge.integration.link.ExchangeStep.Wait;
import io.heronbridge.integration.outbox.NodeId;
import io.heronbridge.integration.plaid.PlaidTarget;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.persistence.enduser.EndUser;
import io.heronbridge.persistence.enduser.EndUsers;
import io.heronbridge.persistence.exchange.PublicTokenClaim;
import io.heronbridge.persistence.exchange.PublicTokenClaims;
import io.heronbridge.persistence.integration.Integration;
import io.heronbridge.persistence.integration.Integrations;
import io.heronbridge.persistence.integrationlink.IntegrationLinks;
import io.heronbridge.persistence.item.Item;
import io.heronbridge.persistence.item.ItemId;
import io.heronbridge.persistence.item.Items;
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

/**
 * The memory of the exchange before Plaid is asked: who may ask, once at a time. Each method is one
 * short transaction.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ExchangeLedger {
  /** Longer than a call to Plaid may take, so that a lease ends only when its holder is gone. */
  private static final Duration MARGIN = Duration.ofSeconds(15);

  /** So long the caller, who was told to ask again, has the first word. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject Integrations integrations;
  @Inject EndUsers endUsers;
  @Inject Items items;
  @Inject IntegrationLinks links;
  @Inject PublicTokenClaims claims;
  @Inject Replacement replacement;
  @Inject SecretCipher cipher;
  @Inject NodeId node;
  @Inject Clock clock;
  @Inject io.heronbridge.integration.settings.Settings settings;

  /** Notes the public token, or finds out what became of it. */
  public ExchangeStep begin(ExchangeRequest request, Caller caller) {
    Integration integration =
        caller.ownIntegration(integrations.find(request.integrationId()), request.integrationId());
    Instant now = clock.instant();
    EndUser endUser = endUsers.findOrCreate(request.endUserId(), request.endUserName(), now);
    // One end user's exchanges take turns here, so that none misses the other's bank.
    endUsers.lock(endUser);
    claims.serialise(request.publicToken());
    Optional<UUID> replaced =
        request.ifKnown().replaced().map(id -> theirs(id, integration, endUser));
    Optional<PublicTokenClaim> earlier = claims.findForChange(request.publicToken());
    if (earlier.isPresent()) {
      boolean theirOwn = earlier.get().belongsTo(integration.id(), endUser.id());
      return theirOwn
          ? goOn(earlier.get(), replaced)
          : new Settled(new ExchangeResult.BelongsToAnother());
    }
    if (!request.ifKnown().goOn()) {
      Optional<ExchangeStep> obstacle = sameBank(endUser, request);
      if (obstacle.isPresent()) {
        return obstacle.get();
      }
    }
    PublicTokenClaim claim =
        new PublicTokenClaim(
            integration, endUser, request.bank(), request.plaidSessionId().orElse(null));
    claim.requestedBy(caller.name());
    replaced.ifPresent(claim::replace);
    request.linkSession().ifPresent(claim::cameThrough);
    claim.keepPublicToken(cipher, request.publicToken(), now);
    claims.add(claim);
    return lease(claim);
  }

  /** Takes over a claim whose holder is gone; empty when somebody was quicker. */
  public Optional<Ask> takeOver(UUID claimId) {
    Optional<PublicTokenClaim> claim = claims.findForChange(claimId);
    boolean open =
        claim
            .filter(
                found -> found.isHeldBy(found.claimNumber()) && !found.isLeased(clock.instant()))
            .isPresent();
    return open ? Optional.of(lease(claim.get())) : Optional.empty();
  }

  /** Claims whose holder is gone. */
  public List<UUID> abandoned(int limit) {
    return claims.abandoned(clock.instant(), PATIENCE, limit);
  }

  /** Nobody may have another's item removed by naming it. */
  private UUID theirs(ItemId id, Integration integration, EndUser endUser) {
    return items
        .rowOf(id, integration.id(), endUser.id())
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "replace_item_id", "is not an item of this end user in this integration"));
  }

  private ExchangeStep goOn(PublicTokenClaim claim, Optional<UUID> replaced) {
    replaced.ifPresent(old -> replacement.wish(claim, old));
    return switch (claim.state()) {
      case EXCHANGED -> new Settled(alreadyExchanged(claim));
      case REFUSED ->
          new Settled(
              new ExchangeResult.Refused(claim.errorCode().orElse("UNKNOWN"), claim.requestId()));
      case LOST -> new Settled(new ExchangeResult.Lost(claim.requestId()));
      case STARTED -> claim.isLeased(clock.instant()) ? new Wait() : lease(claim);
    };
  }

  private ExchangeResult alreadyExchanged(PublicTokenClaim claim) {
    return new ExchangeResult.AlreadyExchanged(
        claim.item().flatMap(links::of).map(Views::of).orElseThrow());
  }

  private Ask lease(PublicTokenClaim claim) {
    Instant until = clock.instant().plus(settings.attemptTimeout()).plus(MARGIN);
    claim.lease(node.value(), until);
    return new Ask(
        claim.id(),
        claim.claimNumber(),
        claim.calls(),
        PlaidTarget.of(claim.integration(), cipher),
        claim.publicToken(cipher));
  }

  /**
   * The end user has this bank, or another request is just now connecting it: then wait for that.
   */
  private Optional<ExchangeStep> sameBank(EndUser endUser, ExchangeRequest request) {
    Optional<Item> known =
        items.connectedBy(endUser).stream()
            .filter(item -> item.integration().id().equals(request.integrationId()))
            .filter(item -> item.removalRequestedAt().isEmpty())
            .filter(item -> item.bank().overlaps(request.bank()))
            .findFirst();
    if (known.isPresent()) {
      return known
          .flatMap(links::of)
          .map(Views::of)
          .map(existing -> new Settled(new ExchangeResult.Duplicate(existing)));
    }
    boolean underWay =
        claims.openOf(endUser.id()).stream()
            .filter(claim -> claim.integration().id().equals(request.integrationId()))
            .filter(claim -> claim.isLeased(clock.instant()))
            .anyMatch(claim -> claim.bank().overlaps(request.bank()));
    return underWay ? Optional.of(new Wait()) : Optional.empty();
  }
}
