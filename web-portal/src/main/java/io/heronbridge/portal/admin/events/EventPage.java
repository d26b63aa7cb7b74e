package io.heronbridge.portal.admin.events;

import io.heronbridge.integration.lenderevent.EventBoard;
import io.heronbridge.integration.lenderevent.EventView;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.portal.admin.AdminPage;
import io.heronbridge.portal.admin.AttemptLine;
import io.heronbridge.portal.admin.Payload;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.util.Map;
import java.util.UUID;

/** One event: what the lender's backend is told, and what became of it. */
@WebServlet("/admin/events/*")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.VIEWER))
public class EventPage extends AdminPage {
  private static final long serialVersionUID = 1L;

  @Inject transient EventBoard board;

  public EventPage() {
    super("events");
  }

  static String address(UUID id) {
    return EventsPage.LIST + "/" + id;
  }

  @Override
  protected View show(Visit visit) {
    EventView event = board.event(visit.tailId("event"), caller(visit));
    return framed(
        visit,
        "admin/events/detail",
        Map.of(
            "event",
            event,
            "meaning",
            meaning(event),
            "payload",
            Payload.indented(event.body()),
            "attempts",
            AttemptLine.all(board.attempts(event.id()))));
  }

  private static String meaning(EventView event) {
    String reason = event.reason().map(text -> text + " ").orElse("");
    return switch (event.status()) {
      case "delivered" -> "The backend has taken it.";
      case "failed" -> reason + "It is not tried again by itself. Mend the cause, then resend.";
      case "cancelled" -> reason + "It is not sent unless somebody resends it.";
      default -> reason + "It is tried again by itself until it is taken.";
    };
  }
}
