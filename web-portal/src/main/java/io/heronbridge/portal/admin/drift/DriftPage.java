package io.heronbridge.portal.admin.drift;

import io.heronbridge.integration.listing.Page;
import io.heronbridge.integration.reading.DriftBoard;
import io.heronbridge.integration.reading.DriftView;
import io.heronbridge.integration.setup.IntegrationSetup;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.portal.admin.AdminPage;
import io.heronbridge.portal.admin.Choices;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** All drift, narrowed by what stands in the address. */
@WebServlet(DriftQuery.LIST)
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.VIEWER))
public class DriftPage extends AdminPage {
  private static final long serialVersionUID = 1L;

  @Inject transient DriftBoard board;
  @Inject transient IntegrationSetup setup;

  public DriftPage() {
    super("drift");
  }

  @Override
  protected View show(Visit visit) {
    DriftQuery query = DriftQuery.of(visit);
    Optional<String> cursor = visit.text("cursor");
    Page<DriftView> page = board.drift(query.filter(), cursor, ROWS, caller(visit));
    Choices choices = new Choices(setup.list(caller(visit)));
    Map<String, Object> model = new HashMap<>();
    model.put("query", query);
    model.put("kinds", DriftKind.all());
    model.put("rows", page.data().stream().map(DriftRow::of).toList());
    model.put("count", board.count(query.filter(), caller(visit)));
    putPages(model, query.address(), cursor, page);
    model.put("choices", choices);
    model.put("ribbon", choices.ribbon());
    return framed(visit, "admin/drift/list", model);
  }
}
