package io.heronbridge.integration.link;

import static java.lang.System.Logger.Level.WARNING;

import io.heronbridge.integration.audit.AuditTrail;
import io.heronbridge.integration.item.Views;
import io.heronbridge.integration.itemstate.ItemStates;
import io.heronbridge.integration.outbox.Outbox;
import io.heronbridge.integration.plaid.PlaidClient.ExchangedItem;
import io.heronbridge.integration.plaid.PlaidException;
import io.heronbridge.persistence.exchange.ClaimState;
import io.heronbridge.persistence.exchange.PublicTokenClaim;
import io.heronbridge.persistence.exchange.PublicTokenClaims;
import io.heronbridge.persistence.integrationlink.IntegrationLink;
import io.heronbridge.persistence.integrationlink.IntegrationLinks;
import io.heronbridge.persistence.item.Item;
import io.heronbridge.persistence.item.ItemEventKind;
import io.heronbridge.persistence.item.ItemId;
import io.heronbridge.persistence.item.Items;
import io.heronbridge.persistence.item.Saying;
import io.heronbridge.persistence.outbox.MessageKind;
import io.heronbridge.persistence.secret.SecretCipher;
import io.heronbridge.persistence.session.LinkSessions;
import io.heronbridge.persistence.webhook.ReceivedWebhooks;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Writes down what Plaid answered to an exchange: the item, its link and the promise, or why not.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ExchangeRecords {
  private static final System.Logger LOG = System.getLogger(ExchangeRecords.class.getName());

  /** Plaid's public tokens live so long. */
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(30);

  private static final String EXPIRED = "PUBLIC_TOKEN_EXPIRED";
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
  private static final Duration KEYS_RETRY_AFTER = Duration.ofSeconds(60);
  private static final int BAD_GATEWAY = 502;
  private static final int UNAVAILABLE = 503;

  @Inject PublicTokenClaims claims;
  @Inject Items items;
  @Inject IntegrationLinks links;
  @Inject ReceivedWebhooks webhooks;
  @Inject ItemStates states;
  @Inject LinkSessions sessions;
  @Inject Replacement replacement;
  @Inject AuditTrail audit;
  @Inject Outbox outbox;
  @Inject SecretCipher cipher;
  @Inject Clock clock;

  /**
   * Keeps what an exchange brought, whoever holds the lease by now: an access token is never thrown
   * away. Doing it twice changes nothing.
   */
  public ExchangeResult keep(UUID claimId, ExchangedItem exchanged) {
    PublicTokenClaim claim = claims.findForChange(claimId).orElseThrow();
    if (claim.state() == ClaimState.EXCHANGED) {
      return new ExchangeResult.AlreadyExchanged(
          claim.item().flatMap(links::of).map(Views::of).orElseThrow());
    }
    // A webhook of the new item is either seen below, or sees the item.
    webhooks.serialise(exchanged.itemId());
    Optional<Item> known = items.findForChange(new ItemId(exchanged.itemId()));
    if (known.isPresent()) {
      return keepAgain(claim, known.get(), exchanged);
    }
    Instant now = clock.instant();
    Item item =
        new Item(
            new ItemId(exchanged.itemId()),
            claim.integration(),
            claim.endUser(),
            claim.bank(),
            now);
    item.keepAccessToken(cipher, exchanged.accessToken());
    items.add(item);
    states.tell(item, Saying.of(ItemEventKind.CONNECTED), claim.requestedBy());
    states.catchUp(item);
    IntegrationLink link = new IntegrationLink(item, now);
    links.add(link);
    outbox.append(MessageKind.CREATE_LINK, link.id(), claim.integration().id());
    settle(claim, item, exchanged);
    audit.record(claim.requestedBy(), "item.connect", "item:" + exchanged.itemId());
    return new ExchangeResult.Exchanged(Views.of(link));
  }

  /** Plaid gave an item we have: it stays with its end user, with the newer token. */
  private ExchangeResult keepAgain(PublicTokenClaim claim, Item item, ExchangedItem exchanged) {
    if (!item.endUser().id().equals(claim.endUser().id())) {
      LOG.log(WARNING, () -> "exchange gave an item of another end user item=" + item.itemId());
      claim.exchangedForAnother(exchanged.requestId());
      return new ExchangeResult.BelongsToAnother();
    }
    if (!item.isRemoved()) {
      item.keepAccessToken(cipher, exchanged.accessToken());
    }
    settle(claim, item, exchanged);
    return new ExchangeResult.AlreadyExchanged(links.of(item).map(Views::of).orElseThrow());
  }

  private void settle(PublicTokenClaim claim, Item item, ExchangedItem exchanged) {
    claim.exchanged(item, exchanged.requestId());
    claim.linkSession().ifPresent(session -> sessions.served(session, clock.instant()));
    replacement.settle(claim);
  }

  /** Whether there is a claim of that id. */
  public boolean knows(UUID claimId) {
    return claims.findForChange(claimId).isPresent();
  }

  /** Plaid did not give an item; decides what that means for the public token. */
  public ExchangeResult fail(ExchangeStep.Ask ask, PlaidException fault) {
    Optional<PublicTokenClaim> held =
        claims.findForChange(ask.claimId()).filter(claim -> claim.isHeldBy(ask.claimNumber()));
    if (held.isEmpty()) {
      return new ExchangeResult.Unavailable(
          UNAVAILABLE, "The exchange is being continued; ask again.", RETRY_AFTER);
    }
    PublicTokenClaim claim = held.get();
    Instant now = clock.instant();
    return switch (fault.kind()) {
      case REFUSED -> refused(claim, ask, fault);
      case KEYS_REFUSED, LIMITED, UNREACHABLE -> {
        claim.release(now);
        yield untilDead(claim, now, () -> notExchanged(fault));
      }
      case DOWN, UNKNOWN, NOT_FOUND -> {
        claim.leaveOpen(now.plus(RETRY_AFTER));
        yield untilDead(claim, now, ExchangeRecords::unknown);
      }
    };
  }

  private ExchangeResult refused(
      PublicTokenClaim claim, ExchangeStep.Ask ask, PlaidException fault) {
    String code = fault.errorCode().orElse("UNKNOWN");
    // After an answer that never arrived, "invalid" may mean "already exchanged": then the token is
    // lost.
    if (ask.calls() > 1 && "INVALID_PUBLIC_TOKEN".equals(code)) {
      claim.lost(code, fault.requestId().orElse(null));
      LOG.log(
          WARNING, () -> "exchange lost claim=%s: %s".formatted(claim.id(), fault.getMessage()));
      return new ExchangeResult.Lost(fault.requestId());
    }
    claim.refused(code, fault.requestId().orElse(null));
    return new ExchangeResult.Refused(code, fault.requestId());
  }

  private static ExchangeResult notExchanged(PlaidException fault) {
    return fault.kind() == PlaidException.Kind.KEYS_REFUSED
        ? new ExchangeResult.Unavailable(
            BAD_GATEWAY,
            "Plaid refuses the integration's client_id or secret; nothing was exchanged.",
            KEYS_RETRY_AFTER)
        : new ExchangeResult.Unavailable(
            UNAVAILABLE,
            "Plaid cannot be reached or limits us; nothing was exchanged yet.",
            RETRY_AFTER);
  }

  private static ExchangeResult unknown() {
    return new ExchangeResult.Unavailable(
        UNAVAILABLE, "Plaid's answer did not arrive; the same call goes on with it.", RETRY_AFTER);
  }

  /** The result while the public token lives; after that there is nothing left to try. */
  private ExchangeResult untilDead(
      PublicTokenClaim claim, Instant now, Supplier<ExchangeResult> whileAlive) {
    if (!claim.createdAt().plus(TOKEN_LIFE).isBefore(now)) {
      return whileAlive.get();
    }
    if (claim.calls() == 0) {
      claim.refused(EXPIRED, null);
      return new ExchangeResult.Refused(EXPIRED, Optional.empty());
    }
    claim.lost(EXPIRED, null);
    return new ExchangeResult.Lost(Optional.empty());
  }
}
