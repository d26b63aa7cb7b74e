package io.heronbridge.portal.admin.audit;

import io.heronbridge.integration.audit.AuditBoard;
import io.heronbridge.integration.audit.AuditView;
import io.heronbridge.integration.listing.Page;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.portal.admin.AdminPage;
import io.heronbridge.portal.page.CsvFile;
import io.heronbridge.portal.page.CsvTable;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who did what, newest first. */
@WebServlet("/admin/audit")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.VIEWER))
public class AuditPage extends AdminPage {
  private static final long serialVersionUID = 1L;
  private static final CsvTable<AuditView> TABLE =
      new CsvTable<AuditView>()
          .column("at", AuditView::at)
          .column("actor", AuditView::actor)
          .column("action", AuditView::action)
          .column("subject", AuditView::subject)
          .column("detail", AuditView::detail);

  @Inject transient AuditBoard board;

  public AuditPage() {
    super("audit");
  }

  @Override
  protected View show(Visit visit) {
    AuditQuery query = AuditQuery.of(visit);
    return CsvFile.isAskedFor(visit)
        ? file(
            visit, "audit", TABLE, cursor -> board.entries(query.filter(), cursor, CsvTable.ROWS))
        : list(visit, query);
  }

  private View list(Visit visit, AuditQuery query) {
    Optional<String> cursor = visit.text("cursor");
    Page<AuditView> page = board.entries(query.filter(), cursor, ROWS);
    Map<String, Object> model = new HashMap<>();
    model.put("query", query);
    model.put("entries", page.data());
    model.put("csv", CsvFile.address(query.address()));
    putPages(model, query.address(), cursor, page);
    return framed(visit, "admin/audit/list", model);
  }
}
