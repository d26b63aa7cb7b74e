package io.heronbridge.portal.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.heronbridge.integration.link.ConnectSession;
import io.heronbridge.integration.link.Opening;
import io.heronbridge.persistence.secret.Hash;
import io.heronbridge.persistence.secret.Secret;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import io.heronbridge.portal.session.SessionCookie;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Opens a hosted link: swaps its token for a cookie and leaves the token's address at once. */
@WebServlet("/connect/*")
public class OpenLinkPage extends ConnectPage {
  private static final long serialVersionUID = 1L;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{16,200}");

  @Override
  protected View show(Visit visit) {
    String token = visit.tail();
    if (!FORM.matcher(token).matches()) {
      return closed(visit, Closed.UNKNOWN);
    }
    Opening opening = hostedLinks.open(new Secret(token));
    if (opening instanceof Opening.Opened opened) {
      SessionCookie.CONNECT.write(visit.response(), opened.cookie(), opened.age(), visit.secure());
      OpenedLink.remember(visit, fingerprint(token), opened.age());
      return View.moved(HOME);
    }
    if (opening instanceof Opening.Used && isOurs(visit, token)) {
      return View.moved(HOME);
    }
    return refusal(visit, opening);
  }

  /** Whether this very browser opened this very link, and its session lasts. */
  private boolean isOurs(Visit visit, String token) {
    Optional<ConnectSession> session = session(visit.request());
    return session.isPresent() && OpenedLink.is(visit, fingerprint(token));
  }

  private static String fingerprint(String token) {
    return HexFormat.of().formatHex(Hash.sha256(token.getBytes(UTF_8)), 0, 16);
  }

  private View refusal(Visit visit, Opening opening) {
    if (opening instanceof Opening.Expired expired) {
      return closed(Closed.EXPIRED, expired.sender());
    }
    if (opening instanceof Opening.Used used) {
      return closed(Closed.USED, used.sender());
    }
    return opening instanceof Opening.Revoked revoked
        ? closed(Closed.REVOKED, revoked.sender())
        : closed(visit, Closed.UNKNOWN);
  }

  /** Mail scanners ask with HEAD whether a link works; that must not use it up. */
  @Override
  protected void doHead(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    response.setStatus(HttpServletResponse.SC_OK);
  }
}
