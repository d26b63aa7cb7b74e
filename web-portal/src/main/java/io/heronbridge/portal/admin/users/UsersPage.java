package io.heronbridge.portal.admin.users;

import io.heronbridge.integration.access.PeopleBoard;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.portal.admin.AdminPage;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.util.List;
import java.util.Map;

/** Everybody who may use the portal, or might once. */
@WebServlet("/admin/users")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.ADMIN))
public class UsersPage extends AdminPage {
  static final String LIST = "/admin/users";
  private static final long serialVersionUID = 1L;

  @Inject transient PeopleBoard board;

  public UsersPage() {
    super("users");
  }

  @Override
  protected View show(Visit visit) {
    List<UserRow> rows = board.people().stream().map(UserRow::of).toList();
    return framed(visit, "admin/users/list", Map.of("rows", rows, "lead", UserRow.lead(rows)));
  }
}
