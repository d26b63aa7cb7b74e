package io.heronbridge.portal.admin.users;

import io.heronbridge.integration.access.PeopleSetup;
import io.heronbridge.integration.access.Tokens;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.portal.admin.AdminPage;
import io.heronbridge.portal.admin.TypedForm;
import io.heronbridge.portal.page.Flash;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.util.Map;

/** Lets somebody new in. A one-time password is shown once; it is stored only as a hash. */
@WebServlet("/admin/users/new")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.ADMIN))
public class NewUserPage extends AdminPage {
  private static final long serialVersionUID = 1L;

  @Inject transient PeopleSetup setup;

  public NewUserPage() {
    super("users");
  }

  @Override
  protected View show(Visit visit) {
    return form(visit, 200, TypedForm.empty());
  }

  @Override
  protected View act(Visit visit) {
    String username = visit.text("username").orElse("");
    try {
      PeopleSetup.Added added =
          setup.add(
              username, UserForms.role(visit), UserForms.chosenPassword(visit), caller(visit));
      String page = UserPage.address(added.id());
      return added
          .oneTime()
          .map(
              password ->
                  framed(
                      visit,
                      201,
                      "admin/users/password",
                      Map.of("name", username, "page", page, "password", Tokens.reveal(password))))
          .orElseGet(
              () -> View.moved(page, Flash.done(username + " can sign in with that password.")));
    } catch (InvalidInputException e) {
      return form(visit, 422, TypedForm.of(visit, "username", "role").with(e.problems()));
    }
  }

  private View form(Visit visit, int status, TypedForm form) {
    return framed(visit, status, "admin/users/new", Map.of("form", form));
  }
}
