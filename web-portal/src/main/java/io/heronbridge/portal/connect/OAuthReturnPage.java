package io.heronbridge.portal.connect;

import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.servlet.annotation.WebServlet;

/** Where an OAuth bank sends the browser back; Plaid Link goes on without a click. */
@WebServlet("/connect/oauth-return")
public class OAuthReturnPage extends ConnectPage {
  private static final long serialVersionUID = 1L;

  @Override
  protected View show(Visit visit) {
    return session(visit.request())
        .map(session -> page(visit, session, visit.has("oauth_state_id")))
        .orElseGet(() -> ended(visit, Closed.ELSEWHERE));
  }
}
