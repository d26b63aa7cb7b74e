package io.heronbridge.portal.admin.endusers;

import io.heronbridge.integration.link.LinkSessionDesk;
import io.heronbridge.integration.link.LinkSessionView;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.portal.admin.AdminPage;
import io.heronbridge.portal.page.Flash;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.util.UUID;

/** Withdraws a hosted link; a page that is open in somebody's browser ends with it. */
@WebServlet("/admin/hosted-link-revocations")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.OPERATOR))
public class RevokeHostedLinkAction extends AdminPage {
  private static final long serialVersionUID = 1L;

  @Inject transient LinkSessionDesk desk;

  public RevokeHostedLinkAction() {
    super("end-users");
  }

  @Override
  protected View show(Visit visit) {
    return View.moved(EndUserAddress.LIST);
  }

  @Override
  protected View act(Visit visit) {
    UUID id =
        visit.id("session").orElseThrow(() -> new InvalidInputException("session", "is missing"));
    LinkSessionView session = desk.revoke(id, caller(visit));
    String address = EndUserAddress.of(session.scope().endUserId());
    return View.moved(
        address,
        session.state().equals("revoked")
            ? Flash.done("The hosted link is withdrawn; its page is closed.")
            : Flash.problem("That hosted link had ended already, so there was nothing to do."));
  }
}
