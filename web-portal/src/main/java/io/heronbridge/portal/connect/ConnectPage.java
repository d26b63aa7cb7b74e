package io.heronbridge.portal.connect;

import io.heronbridge.integration.item.ItemView;
import io.heronbridge.integration.link.ConnectSession;
import io.heronbridge.integration.link.HostedLinks;
import io.heronbridge.integration.link.Opening;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.integration.settings.Settings;
import io.heronbridge.portal.page.PageServlet;
import io.heronbridge.portal.page.Problem;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import io.heronbridge.portal.session.SessionCookie;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A page or an action for the end user whose browser holds a session cookie. */
abstract class ConnectPage extends PageServlet {
  static final String HOME = "/connect/session";
  private static final long serialVersionUID = 1L;
  private static final String ATTRIBUTE = ConnectSession.class.getName();

  @Inject transient HostedLinks hostedLinks;
  @Inject transient Settings settings;

  @Override
  protected String formToken(HttpServletRequest request) {
    return session(request).map(ConnectSession::csrfToken).orElse("");
  }

  final Optional<ConnectSession> session(HttpServletRequest request) {
    Object known = request.getAttribute(ATTRIBUTE);
    if (known instanceof ConnectSession session) {
      return Optional.of(session);
    }
    Optional<ConnectSession> found =
        SessionCookie.CONNECT.read(request).flatMap(hostedLinks::session);
    found.ifPresent(session -> request.setAttribute(ATTRIBUTE, session));
    return found;
  }

  /** The session of an action, whose form was checked against it. */
  final ConnectSession required(Visit visit) {
    return session(visit.request())
        .orElseThrow(() -> new IllegalStateException("an action without its session"));
  }

  /** One of this session's banks; nobody else's can be named. */
  static ItemView bank(ConnectSession session, String id) {
    return session.banks().stream()
        .filter(bank -> bank.itemId().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFoundException("such bank on this page"));
  }

  final View page(Visit visit, ConnectSession session, boolean returning) {
    Map<String, Object> model = new HashMap<>();
    model.put("hosted", session);
    model.put("banks", session.banks().stream().map(BankLine::of).toList());
    model.put("script", settings.linkScriptUrl());
    model.put("returning", returning);
    model.put("flash", visit.takeFlash());
    return View.page("connect/session", model);
  }

  static View closed(Closed reason) {
    return closed(reason, Optional.empty());
  }

  static View closed(Closed reason, Optional<String> sender) {
    Closed.Words words = reason.to(sender);
    return View.page(words.status(), "connect/closed", Map.of("closed", words));
  }

  /** Says why this browser's session works no longer. */
  final View ended(Visit visit, Closed otherwise) {
    Opening ended =
        SessionCookie.CONNECT
            .read(visit.request())
            .map(hostedLinks::ended)
            .orElseGet(Opening.Unknown::new);
    if (ended instanceof Opening.Revoked revoked) {
      return closed(Closed.REVOKED, Optional.of(revoked.sender()));
    }
    return ended instanceof Opening.Expired expired
        ? closed(Closed.ENDED, Optional.of(expired.sender()))
        : closed(otherwise);
  }

  @Override
  protected View problem(Visit visit, Problem problem) {
    return problem.status() == 403 && visit.formToken().isEmpty()
        ? ended(visit, Closed.ENDED)
        : View.page(problem.status(), "connect/problem", Map.of("problem", problem));
  }
}
