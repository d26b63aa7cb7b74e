package io.heronbridge.portal.admin.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.heronbridge.integration.audit.AuditBoard;
import io.heronbridge.integration.audit.AuditView;
import io.heronbridge.integration.listing.Page;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.portal.admin.AdminPage;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who did what, newest first. */
@WebServlet("/admin/audit")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.VIEWER))
public class AuditPage extends AdminPage {
  private static final long serialVersionUID = 1L;
  private static final String LIST = "/admin/audit";

  @Inject transient AuditBoard board;

  public AuditPage() {
    super("audit");
  }

  @Override
  protected View show(Visit visit) {
    Optional<String> cursor = visit.text("cursor");
    Page<AuditView> page = board.entries(cursor, ROWS);
    Map<String, Object> model = new HashMap<>();
    model.put("entries", page.data());
    model.put("firstPage", cursor.map(any -> LIST));
    model.put(
        "nextPage",
        page.nextCursor().map(next -> LIST + "?cursor=" + URLEncoder.encode(next, UTF_8)));
    return framed(visit, "admin/audit/list", model);
  }
}
