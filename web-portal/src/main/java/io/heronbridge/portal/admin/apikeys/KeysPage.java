package io.heronbridge.portal.admin.apikeys;

import io.heronbridge.integration.access.KeyBoard;
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
import java.util.List;
import java.util.Map;

/** All API keys. */
@WebServlet("/admin/api-keys")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.ADMIN))
public class KeysPage extends AdminPage {
  static final String LIST = "/admin/api-keys";
  private static final long serialVersionUID = 1L;

  @Inject transient KeyBoard board;
  @Inject transient IntegrationSetup setup;

  public KeysPage() {
    super("api-keys");
  }

  @Override
  protected View show(Visit visit) {
    Choices choices = new Choices(setup.list(caller(visit)));
    List<KeyRow> rows = board.keys().stream().map(key -> KeyRow.of(key, choices)).toList();
    return framed(
        visit,
        "admin/apikeys/list",
        Map.of("rows", rows, "lead", KeyRow.lead(rows), "bootstrap", board.hasBootstrapKey()));
  }
}
