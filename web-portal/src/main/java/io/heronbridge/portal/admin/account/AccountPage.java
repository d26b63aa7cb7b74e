package io.heronbridge.portal.admin.account;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.access.FreshSession;
import io.heronbridge.integration.access.OwnAccess;
import io.heronbridge.integration.access.PeopleBoard;
import io.heronbridge.integration.access.SignIn;
import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.integration.problem.FieldProblem;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.secret.Secret;
import io.heronbridge.portal.admin.AdminPage;
import io.heronbridge.portal.admin.SessionRow;
import io.heronbridge.portal.admin.TypedForm;
import io.heronbridge.portal.page.Flash;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import io.heronbridge.portal.session.SessionCookie;
import io.heronbridge.portal.session.SignInThrottle;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The visitor's own password, and the browsers they are signed in with. */
@WebServlet("/admin/account")
@ServletSecurity(@HttpConstraint(rolesAllowed = {Role.Names.VIEWER, Role.Names.NEWCOMER}))
public class AccountPage extends AdminPage {
  private static final long serialVersionUID = 1L;
  private static final String PAGE = "/admin/account";

  @Inject transient PeopleBoard board;
  @Inject transient OwnAccess access;
  @Inject transient SignInThrottle throttle;
  @Inject transient Clock clock;

  public AccountPage() {
    super("account");
  }

  @Override
  protected View show(Visit visit) {
    return page(visit, 200, TypedForm.empty());
  }

  @Override
  protected View act(Visit visit) {
    return switch (visit.text("change").orElse("")) {
      case "password" -> changePassword(visit);
      case "end-session" -> endSession(visit);
      case "end-sessions" -> endOtherSessions(visit);
      default -> View.moved(PAGE);
    };
  }

  private View changePassword(Visit visit) {
    String username = caller(visit).username().orElseThrow();
    if (!throttle.admitsSignedIn(username, clock.instant())) {
      return refused(
          visit, 429, new FieldProblem("old_password", "was wrong too often: wait a minute"));
    }
    FreshSession session;
    try {
      session = change(visit);
    } catch (InvalidInputException e) {
      // A new password is judged after the old one was found right; one that is missing, before.
      boolean compared = e.problems().stream().anyMatch(each -> each.field().equals("password"));
      if (compared && !visit.exact("password").isBlank()) {
        throttle.forgetSignedIn(username);
      }
      return page(visit, 422, TypedForm.empty().with(e.problems()));
    } catch (ConflictException e) {
      return refused(visit, 409, new FieldProblem("old_password", "was changed meanwhile"));
    }
    throttle.forgetSignedIn(username);
    SessionCookie.ADMIN.write(
        visit.response(), session.token(), SignIn.SESSION_LENGTH, visit.secure());
    return View.moved(
            caller(visit).isNewcomer() ? "/admin" : PAGE,
            Flash.done("Your password is changed. You are signed out everywhere else."))
        .inNewSession(session.csrfToken());
  }

  private FreshSession change(Visit visit) {
    String wanted = visit.exact("password");
    if (!wanted.equals(visit.exact("password_again"))) {
      throw new InvalidInputException("password_again", "is not the same as above");
    }
    return access.changePassword(
        secret("old_password", visit.exact("old_password")),
        secret("password", wanted),
        session(visit),
        caller(visit));
  }

  private static Secret secret(String field, String text) {
    if (text.isBlank()) {
      throw new InvalidInputException(field, "is missing");
    }
    return new Secret(text);
  }

  private View refused(Visit visit, int status, FieldProblem problem) {
    return page(visit, status, TypedForm.empty().with(List.of(problem)));
  }

  private View endSession(Visit visit) {
    UUID session =
        visit.id("session").orElseThrow(() -> new InvalidInputException("session", "is missing"));
    access.endSession(session, caller(visit));
    return View.moved(PAGE, Flash.done("That browser is signed out."));
  }

  private View endOtherSessions(Visit visit) {
    int ended = access.endOtherSessions(session(visit), caller(visit));
    return View.moved(
        PAGE,
        Flash.done(
            ended == 1 ? "One other browser is signed out." : ended + " others are signed out."));
  }

  private View page(Visit visit, int status, TypedForm form) {
    Caller caller = caller(visit);
    List<SessionRow> sessions = SessionRow.all(board.ownSessions(session(visit), caller));
    Map<String, Object> model = new HashMap<>();
    model.put("name", caller.username().orElseThrow());
    model.put("newcomer", caller.isNewcomer());
    model.put("form", form);
    model.put("sessions", sessions);
    model.put("action", PAGE);
    return framed(visit, status, "admin/account", model);
  }

  private static Secret session(Visit visit) {
    return SessionCookie.ADMIN.read(visit.request()).orElseThrow();
  }
}
