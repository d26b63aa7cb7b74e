package io.heronbridge.portal.admin.endusers;

import io.heronbridge.integration.enduser.EndUserDirectory;
import io.heronbridge.integration.enduser.EndUserView;
import io.heronbridge.integration.listing.Page;
import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.enduser.EndUserId;
import io.heronbridge.portal.admin.AdminPage;
import io.heronbridge.portal.page.CsvFile;
import io.heronbridge.portal.page.CsvTable;
import io.heronbridge.portal.page.Flash;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.HttpMethodConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds end users and adds one. */
@WebServlet("/admin/end-users")
@ServletSecurity(
    value = @HttpConstraint(rolesAllowed = Role.Names.VIEWER),
    httpMethodConstraints =
        @HttpMethodConstraint(value = "POST", rolesAllowed = Role.Names.OPERATOR))
public class EndUsersPage extends AdminPage {
  private static final long serialVersionUID = 1L;
  private static final CsvTable<EndUserView> TABLE =
      new CsvTable<EndUserView>()
          .column("end_user_id", EndUserView::endUserId)
          .column("name", EndUserView::name)
          .column("created_at", EndUserView::createdAt);

  @Inject transient EndUserDirectory directory;

  public EndUsersPage() {
    super("end-users");
  }

  @Override
  protected View show(Visit visit) {
    return CsvFile.isAskedFor(visit) ? file(visit) : list(visit, 200, Optional.empty());
  }

  private View file(Visit visit) {
    String text = visit.text("query").orElse("");
    return file(visit, "end-users", TABLE, cursor -> directory.search(text, cursor, CsvTable.ROWS));
  }

  @Override
  protected View act(Visit visit) {
    try {
      EndUserId id = new EndUserId(visit.text("end_user_id").orElse(""));
      EndUserView added = directory.create(id, visit.text("name"), caller(visit));
      return View.moved(EndUserAddress.of(added), Flash.done("Added " + id + "."));
    } catch (ConflictException e) {
      return list(visit, 409, Optional.of("There is an end user with this id already."));
    } catch (IllegalArgumentException e) {
      return list(visit, 422, Optional.of(problem(e.getMessage())));
    }
  }

  private static String problem(String message) {
    return message.replaceFirst("^end_user_id ", "The id ") + ".";
  }

  private View list(Visit visit, int status, Optional<String> problem) {
    String text = visit.text("query").orElse("");
    Optional<String> cursor = visit.text("cursor");
    Page<EndUserView> page = directory.search(text, cursor, ROWS);
    Map<String, Object> model = new HashMap<>();
    model.put("text", text);
    model.put("endUsers", page.data());
    model.put("csv", CsvFile.address(EndUserAddress.search(text)));
    putPages(model, EndUserAddress.search(text), cursor, page);
    model.put("problem", problem);
    model.put("typedId", visit.exact("end_user_id"));
    model.put("typedName", visit.exact("name"));
    return framed(visit, status, "admin/endusers/list", model);
  }
}
