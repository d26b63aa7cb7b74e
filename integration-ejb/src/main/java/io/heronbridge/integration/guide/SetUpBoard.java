package io.heronbridge.integration.guide;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.item.ItemBoard;
import io.heronbridge.integration.item.ItemFilter;
import io.heronbridge.integration.item.ItemView;
import io.heronbridge.integration.item.LinkBoard;
import io.heronbridge.integration.item.LinkView;
import io.heronbridge.integration.link.ExitBoard;
import io.heronbridge.integration.link.ExitView;
import io.heronbridge.integration.link.LinkSessionDesk;
import io.heronbridge.integration.link.LinkSessionView;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.integration.settings.PublicUrls;
import io.heronbridge.integration.setup.IntegrationSetup;
import io.heronbridge.integration.setup.IntegrationView;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.enduser.EndUserId;
import io.heronbridge.persistence.exchange.PublicTokenClaim;
import io.heronbridge.persistence.exchange.PublicTokenClaims;
import io.heronbridge.persistence.integration.SetUp;
import io.heronbridge.persistence.integration.SetUps;
import io.heronbridge.persistence.item.Item;
import io.heronbridge.persistence.webhook.ReceivedWebhook;
import io.heronbridge.persistence.webhook.ReceivedWebhooks;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** How far integrations are set up. Asks neither Plaid nor Heron. */
@Stateless
@RolesAllowed(Role.Names.VIEWER)
public class SetUpBoard {
  /** Exits of an end user that are looked through for those of one hosted link. */
  private static final int FEW = 10;

  @Inject IntegrationSetup setup;
  @Inject SetUps setUps;
  @Inject LinkSessionDesk sessions;
  @Inject ExitBoard exits;
  @Inject ItemBoard items;
  @Inject LinkBoard links;
  @Inject PublicTokenClaims claims;
  @Inject ReceivedWebhooks webhooks;
  @Inject PublicUrls urls;

  /**
   * @throws NotFoundException when there is no such integration
   */
  public SetUpGuide guide(UUID id, Caller caller) {
    IntegrationView integration = setup.get(id, caller);
    Optional<SetUp> known = setUps.of(id);
    Instant since = known.map(SetUp::settledAt).orElse(integration.createdAt());
    Proof proof =
        new Proof(
            setUps.linkedSince(id, since),
            setUps.relayedSince(id, since),
            setUps.calledBackSince(id, since));
    Optional<TestView> test =
        known
            .flatMap(SetUp::testSession)
            .map(session -> test(sessions.find(session, caller), integration, caller));
    return new SetUpGuide(
        integration,
        new Steps(
                integration,
                known.flatMap(Checked::of),
                proof,
                test.filter(begun -> begun.begunAt().isAfter(since)))
            .all(),
        known.flatMap(SetUp::checkedAt),
        urls.oauthReturn(),
        test);
  }

  private TestView test(LinkSessionView session, IntegrationView integration, Caller caller) {
    Optional<PublicTokenClaim> claim = claims.latestOf(session.id());
    Optional<ItemView> item =
        claim.flatMap(PublicTokenClaim::item).map(Item::itemId).map(at -> items.item(at, caller));
    Optional<LinkView> link = item.map(view -> links.link(view.link().id(), caller));
    Findings findings =
        new Findings(
            session,
            claim,
            item,
            link,
            item.flatMap(view -> webhook(integration.id(), view)),
            "relay".equals(integration.webhookDelivery()),
            claim.isPresent() ? Optional.empty() : before(session, caller));
    return new TestView(
        session.scope().endUserId(),
        session.times().createdAt(),
        new Stages(findings).all(),
        item,
        claim.isPresent() ? Optional.empty() : exit(session, caller));
  }

  private Optional<Findings.Webhook> webhook(UUID integration, ItemView item) {
    return webhooks.furthestOf(integration, item.itemId()).map(SetUpBoard::trace);
  }

  private static Findings.Webhook trace(ReceivedWebhook webhook) {
    return new Findings.Webhook(webhook.status(), webhook.reason(), webhook.deliveredAt());
  }

  private Optional<ItemView> before(LinkSessionView session, Caller caller) {
    ItemFilter theirs =
        new ItemFilter(
            Optional.of("active"),
            Optional.of(session.scope().integrationId()),
            Optional.of(session.scope().endUserId()));
    return items.items(theirs, Optional.empty(), 1, caller).data().stream().findFirst();
  }

  private Optional<ExitView> exit(LinkSessionView session, Caller caller) {
    return exits.of(new EndUserId(session.scope().endUserId()), FEW, caller).stream()
        .filter(exit -> exit.linkSession().equals(session.id()))
        .findFirst();
  }
}
