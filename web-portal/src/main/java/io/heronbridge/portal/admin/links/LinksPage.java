package io.heronbridge.portal.admin.links;

import io.heronbridge.integration.item.LinkBoard;
import io.heronbridge.integration.item.LinkView;
import io.heronbridge.integration.listing.Page;
import io.heronbridge.integration.setup.IntegrationSetup;
import io.heronbridge.persistence.access.Role;
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
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** All links, narrowed by what stands in the address. */
@WebServlet("/admin/links")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.VIEWER))
public class LinksPage extends AdminPage {
  private static final long serialVersionUID = 1L;

  @Inject transient LinkBoard board;
  @Inject transient IntegrationSetup setup;
  @Inject transient Clock clock;

  public LinksPage() {
    super("links");
  }

  @Override
  protected View show(Visit visit) {
    LinkQuery query = LinkQuery.of(visit);
    return CsvFile.isAskedFor(visit) ? file(visit, query) : list(visit, query);
  }

  private View file(Visit visit, LinkQuery query) {
    return file(
        visit,
        "links",
        LinkRow.TABLE,
        cursor -> board.links(query.filter(), cursor, CsvTable.ROWS, caller(visit)));
  }

  private View list(Visit visit, LinkQuery query) {
    Optional<String> cursor = visit.text("cursor");
    Page<LinkView> page = board.links(query.filter(), cursor, ROWS, caller(visit));
    Choices choices = new Choices(setup.list(caller(visit)));
    Map<String, Object> model = new HashMap<>();
    model.put("query", query);
    model.put("rows", page.data().stream().map(LinkRow::of).toList());
    model.put("count", board.count(query.filter(), caller(visit)));
    model.put("countCap", LinkBoard.MOST_COUNTED);
    LinkQuery bulk = query.forResend(clock.instant());
    model.put("bulk", bulk);
    model.put("failed", query.showsFailed() ? board.count(bulk.filter(), caller(visit)) : 0L);
    model.put("csv", CsvFile.address(query.address()));
    putPages(model, query.address(), cursor, page);
    model.put("choices", choices);
    model.put("kinds", LinkRow.Kind.all(query.filter().errorKind()));
    model.put("ribbon", choices.ribbon());
    return framed(visit, "admin/links/list", model);
  }
}
