package io.heronbridge.portal.connect;

import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.servlet.annotation.WebServlet;

/** The end user's banks, and the button to connect one. */
@WebServlet(ConnectPage.HOME)
public class SessionPage extends ConnectPage {
  private static final long serialVersionUID = 1L;

  @Override
  protected View show(Visit visit) {
    return session(visit.request())
        .map(session -> page(visit, session, false))
        .orElseGet(() -> ended(visit, Closed.ENDED));
  }
}
