package io.heronbridge.portal.admin.events;

import io.heronbridge.integration.lenderevent.EventResend;
import io.heronbridge.integration.problem.ConflictException;
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

/** Sends an event again. */
@WebServlet("/admin/event-resends")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.OPERATOR))
public class ResendEventAction extends AdminPage {
  private static final long serialVersionUID = 1L;

  @Inject transient EventResend resend;

  public ResendEventAction() {
    super("events");
  }

  @Override
  protected View show(Visit visit) {
    return View.moved(EventsPage.LIST);
  }

  @Override
  protected View act(Visit visit) {
    UUID id = visit.id("event").orElseThrow(() -> new InvalidInputException("event", "is missing"));
    try {
      resend.resend(id, caller(visit));
      return View.moved(EventPage.address(id), Flash.done("It is sent again now."));
    } catch (ConflictException e) {
      return View.moved(EventPage.address(id), Flash.problem(e.getMessage()));
    }
  }
}
