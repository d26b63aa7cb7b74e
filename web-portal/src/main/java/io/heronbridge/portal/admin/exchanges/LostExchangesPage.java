package io.heronbridge.portal.admin.exchanges;

import io.heronbridge.integration.link.LostExchanges;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.portal.admin.AdminPage;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.util.HashMap;
import java.util.Map;

/** Who must be asked to connect again. */
@WebServlet("/admin/lost-connections")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.VIEWER))
public class LostExchangesPage extends AdminPage {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 200;

  @Inject transient LostExchanges exchanges;

  public LostExchangesPage() {
    super("overview");
  }

  @Override
  protected View show(Visit visit) {
    Map<String, Object> model = new HashMap<>();
    model.put("losses", exchanges.recent(MOST, caller(visit)));
    return framed(visit, "admin/exchanges/lost", model);
  }
}
