package io.heronbridge.portal.session;

import io.heronbridge.integration.access.SignIn;
import io.heronbridge.integration.problem.BusyException;
import io.heronbridge.persistence.secret.Secret;
import io.heronbridge.portal.page.PageServlet;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where administrators sign in. */
@WebServlet("/admin/login")
public class SignInPage extends PageServlet {
  private static final long serialVersionUID = 1L;
  private static final String HOME = "/admin";
  private static final String WRONG =
      "That username and password do not match. Check both and try again.";
  private static final String SLOW_DOWN = "Too many attempts. Wait a minute, then try again.";

  @Inject transient SignIn signIn;
  @Inject transient SignInThrottle throttle;
  @Inject transient Clock clock;

  @Override
  protected String formToken(HttpServletRequest request) {
    return "";
  }

  /** There is no session yet; the browser's own word on where the form came from must do. */
  @Override
  protected void checkForm(Visit visit) {
    checkOrigin(visit);
  }

  @Override
  protected View show(Visit visit) {
    if (CurrentCaller.of(visit.request()).isPresent()) {
      return View.moved(next(visit));
    }
    return form(visit, 200, Optional.empty());
  }

  @Override
  protected View act(Visit visit) {
    String username = visit.exact("username").strip();
    String password = visit.exact("password");
    if (username.isEmpty() || password.isBlank()) {
      return form(visit, 401, Optional.of(WRONG));
    }
    if (!throttle.admits(username, visit.remoteAddress(), clock.instant())) {
      note(username, visit.remoteAddress());
      return form(visit, 429, Optional.of(SLOW_DOWN));
    }
    Optional<Secret> session = signIn(username, new Secret(password), visit);
    if (session.isEmpty()) {
      return form(visit, 401, Optional.of(WRONG));
    }
    throttle.forget(username, visit.remoteAddress());
    SessionCookie.ADMIN.write(
        visit.response(), session.get(), SignIn.SESSION_LENGTH, visit.secure());
    return View.moved(next(visit));
  }

  private void note(String username, String address) {
    if (throttle.isNews(username, address, clock.instant())) {
      signIn.slowedDown(username, Origins.of(address));
    }
  }

  private Optional<Secret> signIn(String username, Secret password, Visit visit) {
    String address = visit.remoteAddress();
    try {
      return signIn.signIn(username, password, Origins.of(address));
    } catch (BusyException e) {
      throttle.forget(username, address);
      throw e;
    }
  }

  private View form(Visit visit, int status, Optional<String> problem) {
    Map<String, Object> model = new HashMap<>();
    model.put("next", next(visit));
    model.put("username", visit.exact("username").strip());
    model.put("problem", problem);
    model.put("signedOut", visit.has("signed-out"));
    return View.page(status, "session/sign-in", model);
  }

  private static String next(Visit visit) {
    return visit.text("next").filter(SignInPage::isOurs).orElse(HOME);
  }

  /** Only pages of the portal: a borrowed sign-in page must not send people elsewhere. */
  static boolean isOurs(String address) {
    boolean portal =
        address.equals(HOME) || address.startsWith("/admin/") || address.startsWith("/admin?");
    return portal
        && !address.startsWith("/admin/login")
        && !address.startsWith("/admin/logout")
        && !address.contains("\\")
        && !address.contains("..")
        && address.chars().allMatch(letter -> letter > ' ' && letter < 127);
  }
}
