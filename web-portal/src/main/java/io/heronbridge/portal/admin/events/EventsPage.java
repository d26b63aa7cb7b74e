package io.heronbridge.portal.admin.events;

import io.heronbridge.integration.lenderevent.EventBoard;
import io.heronbridge.integration.lenderevent.EventView;
import io.heronbridge.integration.listing.Page;
import io.heronbridge.integration.setup.IntegrationSetup;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.lenderevent.LenderEventType;
import io.heronbridge.portal.admin.AdminPage;
import io.heronbridge.portal.admin.Choices;
import io.heronbridge.portal.page.CsvFile;
import io.heronbridge.portal.page.CsvTable;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** All events that lenders' backends were told or are still to be told. */
@WebServlet(EventsPage.LIST)
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.VIEWER))
public class EventsPage extends AdminPage {
  static final String LIST = "/admin/events";
  private static final long serialVersionUID = 1L;
  private static final CsvTable<EventView> FILE =
      new CsvTable<EventView>()
          .column("id", EventView::id)
          .column("webhook_id", EventView::webhookId)
          .column("type", EventView::type)
          .column("status", EventView::status)
          .column("reason", EventView::reason)
          .column("item_id", EventView::itemId)
          .column("integration_id", EventView::integrationId)
          .column("integration", EventView::integrationName)
          .column("attempts", EventView::attempts)
          .column("next_attempt_at", EventView::nextAttemptAt)
          .column("created_at", EventView::createdAt)
          .column("finished_at", EventView::finishedAt);

  @Inject transient EventBoard board;
  @Inject transient IntegrationSetup setup;

  public EventsPage() {
    super("events");
  }

  @Override
  protected View show(Visit visit) {
    EventQuery query = EventQuery.of(visit);
    if (CsvFile.isAskedFor(visit)) {
      return file(
          visit,
          "events",
          FILE,
          cursor -> board.events(query.filter(), cursor, CsvTable.ROWS, caller(visit)));
    }
    Optional<String> cursor = visit.text("cursor");
    Page<EventView> page = board.events(query.filter(), cursor, ROWS, caller(visit));
    Choices choices = new Choices(setup.list(caller(visit)));
    Map<String, Object> model = new HashMap<>();
    model.put("query", query);
    model.put("events", page.data());
    model.put("types", Arrays.stream(LenderEventType.values()).map(LenderEventType::word).toList());
    model.put("csv", CsvFile.address(query.address()));
    putPages(model, query.address(), cursor, page);
    model.put("choices", choices);
    model.put("ribbon", choices.ribbon());
    return framed(visit, "admin/events/list", model);
  }
}
