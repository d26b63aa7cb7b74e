package io.heronbridge.portal.admin.events;

import io.heronbridge.integration.lenderevent.EndpointSetup;
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

/** Sends a lender's backend an event of which nothing follows. */
@WebServlet("/admin/event-tests")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.OPERATOR))
public class TestEventAction extends AdminPage {
  private static final long serialVersionUID = 1L;

  @Inject transient EndpointSetup setup;

  public TestEventAction() {
    super("integrations");
  }

  @Override
  protected View show(Visit visit) {
    return View.moved(EventsPage.LIST);
  }

  @Override
  protected View act(Visit visit) {
    UUID id =
        visit
            .id("integration")
            .orElseThrow(() -> new InvalidInputException("integration", "is missing"));
    try {
      UUID event = setup.test(id, caller(visit));
      return View.moved(EventPage.address(event), Flash.done("The test event is on its way."));
    } catch (ConflictException e) {
      return View.moved(EndpointPage.address(id), Flash.problem(e.getMessage()));
    }
  }
}
