package io.heronbridge.portal.admin.users;

import io.heronbridge.integration.access.PeopleBoard;
import io.heronbridge.integration.access.PeopleDesk;
import io.heronbridge.integration.access.PeopleSetup;
import io.heronbridge.integration.access.PersonView;
import io.heronbridge.integration.access.Tokens;
import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.secret.Secret;
import io.heronbridge.portal.admin.AdminPage;
import io.heronbridge.portal.admin.Confirmation;
import io.heronbridge.portal.admin.Confirmation.Field;
import io.heronbridge.portal.admin.SessionRow;
import io.heronbridge.portal.admin.TypedForm;
import io.heronbridge.portal.page.Flash;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import io.heronbridge.portal.session.SessionCookie;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One person: role, password, whether they may come in, and where they are signed in. */
@WebServlet("/admin/users/*")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.ADMIN))
public class UserPage extends AdminPage {
  private static final long serialVersionUID = 1L;

  @Inject transient PeopleBoard board;
  @Inject transient PeopleSetup setup;
  @Inject transient PeopleDesk desk;

  public UserPage() {
    super("users");
  }

  static String address(UUID id) {
    return UsersPage.LIST + "/" + id;
  }

  @Override
  protected View show(Visit visit) {
    return page(visit, 200, board.person(visit.tailId("user")), TypedForm.empty());
  }

  private View page(Visit visit, int status, PersonView person, TypedForm form) {
    boolean self = caller(visit).username().filter(person.username()::equals).isPresent();
    Map<String, Object> model = new HashMap<>();
    model.put("row", UserRow.of(person));
    model.put("self", self);
    model.put("form", form);
    model.put(
        "sessions",
        SessionRow.all(
            board.sessions(person.id(), SessionCookie.ADMIN.read(visit.request()).orElseThrow())));
    model.put("action", address(person.id()));
    return framed(visit, status, "admin/users/detail", model);
  }

  @Override
  protected View act(Visit visit) {
    PersonView person = board.person(visit.tailId("user"));
    try {
      return act(visit, person);
    } catch (InvalidInputException e) {
      return page(visit, 422, person, TypedForm.empty().with(e.problems()));
    } catch (ConflictException e) {
      return View.moved(address(person.id()), Flash.problem(e.getMessage()));
    }
  }

  private View act(Visit visit, PersonView person) {
    return switch (visit.text("change").orElse("")) {
      case "role" -> changeRole(visit, person);
      case "password" -> resetPassword(visit, person);
      case "deactivate" -> deactivate(visit, person);
      case "reactivate" -> reactivate(visit, person);
      case "end-session" -> endSession(visit, person);
      case "end-sessions" -> endSessions(visit, person);
      default -> View.moved(address(person.id()));
    };
  }

  private View changeRole(Visit visit, PersonView person) {
    Role role = UserForms.role(visit);
    desk.changeRole(person.id(), role, caller(visit));
    String article = role == Role.VIEWER ? "a " : "an ";
    return done(
        person,
        "%s is %s now, from the next sign-in on."
            .formatted(person.username(), article + UserRow.roleWord(role).toLowerCase()));
  }

  private View resetPassword(Visit visit, PersonView person) {
    return setup
        .resetPassword(person.id(), UserForms.chosenPassword(visit), caller(visit))
        .map(password -> framed(visit, 201, "admin/users/password", told(person, password)))
        .orElseGet(
            () ->
                done(person, person.username() + " can sign in with that password, and only so."));
  }

  private static Map<String, Object> told(PersonView person, Secret password) {
    return Map.of(
        "name", person.username(),
        "page", address(person.id()),
        "password", Tokens.reveal(password));
  }

  private View deactivate(Visit visit, PersonView person) {
    if (!visit.has("confirmed")) {
      return framed(visit, "admin/confirm", Map.of("question", question(person)));
    }
    desk.deactivate(person.id(), caller(visit));
    return done(person, person.username() + " cannot sign in any more.");
  }

  private static Confirmation question(PersonView person) {
    String address = address(person.id());
    return new Confirmation(
        "Deactivate " + person.username() + "?",
        List.of(
            "%s is signed out at once, of %s, and cannot sign in again."
                .formatted(
                    person.username(),
                    person.sessions() == 1 ? "one browser" : person.sessions() + " browsers"),
            "What they did stays in the audit trail. Resend jobs and imports they began go on.",
            "An administrator can reactivate them, with the same password."),
        new Confirmation.Target(address, "Deactivate " + person.username(), true),
        address,
        List.of(new Field("change", "deactivate"), new Field("confirmed", "yes")));
  }

  private View reactivate(Visit visit, PersonView person) {
    desk.reactivate(person.id(), caller(visit));
    return done(person, person.username() + " can sign in again, with the same password.");
  }

  private View endSession(Visit visit, PersonView person) {
    UUID session =
        visit.id("session").orElseThrow(() -> new InvalidInputException("session", "is missing"));
    desk.endSession(person.id(), session, caller(visit));
    return done(person, "That browser is signed out.");
  }

  private View endSessions(Visit visit, PersonView person) {
    int ended = desk.endSessions(person.id(), caller(visit));
    return done(
        person, ended == 1 ? "One browser is signed out." : ended + " browsers are signed out.");
  }

  private static View done(PersonView person, String text) {
    return View.moved(address(person.id()), Flash.done(text));
  }
}
