package io.heronbridge.integration.link;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.enduser.EndUserId;
import io.heronbridge.persistence.enduser.EndUsers;
import io.heronbridge.persistence.session.LinkExit;
import io.heronbridge.persistence.session.LinkExits;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** How Plaid Link was left, to look at. */
@Stateless
@RolesAllowed({Role.Names.VIEWER, Role.Names.API_READ})
public class ExitBoard {
  @Inject EndUsers endUsers;
  @Inject LinkExits exits;

  /** The end user's exits, newest first. */
  public List<ExitView> of(EndUserId endUser, int limit, Caller caller) {
    return endUsers.find(endUser).map(found -> exits.of(found, limit)).orElse(List.of()).stream()
        .filter(exit -> caller.mayUse(exit.integration().id()))
        .map(ExitBoard::view)
        .toList();
  }

  private static ExitView view(LinkExit exit) {
    return new ExitView(
        exit.at(),
        exit.linkSession(),
        exit.integration().name(),
        exit.item().map(item -> item.itemId().value()),
        exit.report());
  }
}
