package io.heronbridge.integration.link;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.audit.AuditTrail;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.enduser.EndUserId;
import io.heronbridge.persistence.enduser.EndUsers;
import io.heronbridge.persistence.exchange.PublicTokenClaims;
import io.heronbridge.persistence.integration.Integration;
import io.heronbridge.persistence.item.Item;
import io.heronbridge.persistence.item.ItemId;
import io.heronbridge.persistence.session.LinkSession;
import io.heronbridge.persistence.session.LinkSessions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Looking at hosted links, and withdrawing them. */
@Stateless
@RolesAllowed({Role.Names.VIEWER, Role.Names.API_READ})
public class LinkSessionDesk {
  @Inject LinkSessions sessions;
  @Inject EndUsers endUsers;
  @Inject PublicTokenClaims claims;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /**
   * @throws NotFoundException when there is none for this caller
   */
  public LinkSessionView find(UUID id, Caller caller) {
    return view(allowed(sessions.find(id), id, caller));
  }

  /** The end user's hosted links, newest first. */
  public List<LinkSessionView> of(EndUserId endUser, int limit, Caller caller) {
    return endUsers.find(endUser).map(found -> sessions.of(found, limit)).orElse(List.of()).stream()
        .filter(session -> caller.mayUse(session.integration().id()))
        .map(this::view)
        .toList();
  }

  /** Withdraws a link and ends its page; one that has ended stays as it is. */
  @RolesAllowed({Role.Names.OPERATOR, Role.Names.API_WRITE})
  public LinkSessionView revoke(UUID id, Caller caller) {
    LinkSession session = allowed(sessions.findForChange(id), id, caller);
    if (session.revoke(clock.instant())) {
      audit.record(
          caller.name(),
          "link_session.revoke",
          "end_user:" + session.endUser().endUserId(),
          "session " + id);
    }
    return view(session);
  }

  private static LinkSession allowed(Optional<LinkSession> found, UUID id, Caller caller) {
    return found
        .filter(session -> caller.mayUse(session.integration().id()))
        .orElseThrow(() -> new NotFoundException("link session " + id));
  }

  private LinkSessionView view(LinkSession session) {
    Integration integration = session.integration();
    return new LinkSessionView(
        session.id(),
        new LinkSessionView.Scope(
            integration.id(), integration.name(), session.endUser().endUserId().value()),
        session.state(clock.instant()).name().toLowerCase(Locale.ROOT),
        new LinkSessionView.Times(
            session.createdAt(), session.expiresAt(), session.openedAt(), session.revokedAt()),
        session.returnUrl(),
        claims.itemsOf(session.id()).stream().map(Item::itemId).map(ItemId::value).toList());
  }
}
