package io.heronbridge.portal.admin.endusers;

import io.heronbridge.integration.enduser.EndUserView;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.enduser.EndUserId;
import io.heronbridge.portal.page.Flash;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.HttpMethodConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.util.Map;

/** One end user: banks, links, and a way to invite. A form renames. */
@WebServlet("/admin/end-users/*")
@ServletSecurity(
    value = @HttpConstraint(rolesAllowed = Role.Names.VIEWER),
    httpMethodConstraints =
        @HttpMethodConstraint(value = "POST", rolesAllowed = Role.Names.OPERATOR))
public class EndUserDetailPage extends EndUserPage {
  private static final long serialVersionUID = 1L;

  @Override
  protected View show(Visit visit) {
    return page(visit, 200, endUser(visit.tail()), Map.of());
  }

  @Override
  protected View act(Visit visit) {
    EndUserView endUser = endUser(visit.tail());
    directory.rename(new EndUserId(endUser.endUserId()), visit.text("name"), caller(visit));
    return View.moved(EndUserAddress.of(endUser), Flash.done("The name is saved."));
  }
}
