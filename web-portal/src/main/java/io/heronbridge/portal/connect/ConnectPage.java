package io.heronbridge.portal.connect;

import static io.heronbridge.persistence.json.JsonLibrary.JSON;

import io.heronbridge.integration.item.ItemView;
import io.heronbridge.integration.link.ConnectSession;
import io.heronbridge.integration.link.HostedLinks;
import io.heronbridge.integration.link.Opening;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.integration.settings.Settings;
import io.heronbridge.portal.page.PageServlet;
import io.heronbridge.portal.page.Problem;
import io.heronbridge.portal.page.TemplateRenderer;
import io.heronbridge.portal.page.Texts;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import io.heronbridge.portal.session.SessionCookie;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Locale;
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

  /** What is said in the language of the link, or of the browser while there is none. */
  final Texts texts(Visit visit) {
    return Texts.in(
        session(visit.request())
            .map(session -> Locale.forLanguageTag(session.language()))
            .orElseGet(visit.request()::getLocale));
  }

  final View page(Visit visit, ConnectSession session, boolean returning) {
    Texts texts = texts(visit);
    Map<String, Object> model = new HashMap<>();
    model.put("hosted", session);
    model.put("banks", session.banks().stream().map(bank -> BankLine.of(bank, texts)).toList());
    model.put("texts", texts);
    model.put("words", JSON.createObjectBuilder(texts.under("script.")).build().toString());
    model.put("script", settings.linkScriptUrl());
    model.put("returning", returning);
    model.put("flash", visit.takeFlash());
    return shown(visit, 200, "connect/session", model);
  }

  /** A page in the end user's language. */
  final View shown(Visit visit, int status, String template, Map<String, Object> model) {
    Map<String, Object> all = new HashMap<>(model);
    session(visit.request()).ifPresent(session -> all.put("brand", session.brand()));
    all.put(TemplateRenderer.LANGUAGE, texts(visit).locale());
    return View.page(status, template, all);
  }

  final View closed(Visit visit, Closed reason) {
    return closed(reason, Optional.empty(), texts(visit));
  }

  /** In the language of who made the link. */
  static View closed(Closed reason, Opening.Sender sender) {
    Texts texts = Texts.in(Locale.forLanguageTag(sender.language()));
    return closed(reason, Optional.of(sender.name()), texts);
  }

  private static View closed(Closed reason, Optional<String> sender, Texts texts) {
    Closed.Words words = reason.to(sender, texts);
    return View.page(
        words.status(),
        "connect/closed",
        Map.of("closed", words, TemplateRenderer.LANGUAGE, texts.locale()));
  }

  /** Says why this browser's session works no longer. */
  final View ended(Visit visit, Closed otherwise) {
    Opening ended =
        SessionCookie.CONNECT
            .read(visit.request())
            .map(hostedLinks::ended)
            .orElseGet(Opening.Unknown::new);
    if (ended instanceof Opening.Revoked revoked) {
      return closed(Closed.REVOKED, revoked.sender());
    }
    return ended instanceof Opening.Expired expired
        ? closed(Closed.ENDED, expired.sender())
        : closed(visit, otherwise);
  }

  @Override
  protected View problem(Visit visit, Problem problem) {
    return problem.status() == 403 && visit.formToken().isEmpty()
        ? ended(visit, Closed.ENDED)
        : shown(visit, problem.status(), "connect/problem", Map.of("problem", problem));
  }
}
