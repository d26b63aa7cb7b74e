package io.heronbridge.portal.session;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.access.SignIn;
import io.heronbridge.portal.page.PageServlet;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;

/** Ends an administrator's session. */
@WebServlet("/admin/logout")
public class SignOutAction extends PageServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient SignIn signIn;

  @Override
  protected String formToken(HttpServletRequest request) {
    return CurrentCaller.of(request).map(Caller::csrfToken).orElse("");
  }

  @Override
  protected void checkForm(Visit visit) {
    if (!visit.formToken().isEmpty()) {
      super.checkForm(visit);
    }
  }

  @Override
  protected View act(Visit visit) {
    SessionCookie.ADMIN.read(visit.request()).ifPresent(signIn::signOut);
    SessionCookie.ADMIN.clear(visit.response(), visit.secure());
    return View.moved("/admin/login?signed-out=yes");
  }
}
