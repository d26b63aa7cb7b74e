package io.heronbridge.portal.session;

import io.heronbridge.integration.access.ApiKeys;
import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.access.SignIn;
import io.heronbridge.integration.startup.DatabaseWatch;
import io.heronbridge.persistence.secret.Secret;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Pages by an opaque cookie, the API by a bearer key; checked anew on every request. While the
 * database is silent nobody is let in: whoever waited for it would keep a thread from the webhooks.
 */
@ApplicationScoped
public class BridgeAuthentication implements HttpAuthenticationMechanism {
  private static final String API = "/api/";
  private static final String BEARER = "Bearer ";
  private static final String NO_KEY =
      """
      {"type": "about:blank", "title": "Unauthorized", "status": 401,
       "detail": "Send a valid API key: Authorization: Bearer <api key>."}""";
  private static final String OPENAPI = "/api/openapi.json";

  /** Where somebody with a one-time password chooses their own, before anything else. */
  private static final String ACCOUNT = "/admin/account";

  private static final List<String> NEEDING_THE_DATABASE = List.of(API, "/admin", "/connect");

  @Inject DatabaseWatch database;
  @EJB private SignIn signIn;
  @EJB private ApiKeys apiKeys;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    String path = request.getRequestURI();
    if (path.equals(OPENAPI)) {
      return context.doNothing();
    }
    if (database.isSilent() && NEEDING_THE_DATABASE.stream().anyMatch(path::startsWith)) {
      return turnAway(response);
    }
    if (path.startsWith(API)) {
      return authenticateApi(request, response, context);
    }
    return authenticatePage(request, context);
  }

  private static AuthenticationStatus turnAway(HttpServletResponse response) {
    try {
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return AuthenticationStatus.SEND_FAILURE;
  }

  private AuthenticationStatus authenticateApi(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    Optional<ApiKeys.Known> known = bearer(request).flatMap(apiKeys::known);
    if (known.isEmpty()) {
      refuse(response);
      return AuthenticationStatus.SEND_FAILURE;
    }
    CurrentCaller.putKeyId(request, known.get().id());
    return admit(known.get().caller(), request, context);
  }

  private static void refuse(HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    response.setHeader("WWW-Authenticate", "Bearer");
    response.setContentType("application/problem+json");
    response.setCharacterEncoding("UTF-8");
    try {
      response.getWriter().write(NO_KEY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private AuthenticationStatus authenticatePage(
      HttpServletRequest request, HttpMessageContext context) {
    if (request.getRequestURI().startsWith("/admin")) {
      Optional<Caller> caller = SessionCookie.ADMIN.read(request).flatMap(signIn::caller);
      if (caller.filter(each -> each.isNewcomer() && !isForNewcomers(request)).isPresent()) {
        return context.redirect(ACCOUNT);
      }
      if (caller.isPresent()) {
        return admit(caller.get(), request, context);
      }
    }
    if (context.isProtected()) {
      return context.redirect("/admin/login?next=" + encoded(target(request)));
    }
    return context.doNothing();
  }

  private static boolean isForNewcomers(HttpServletRequest request) {
    return List.of(ACCOUNT, "/admin/logout").contains(request.getRequestURI());
  }

  private static AuthenticationStatus admit(
      Caller caller, HttpServletRequest request, HttpMessageContext context) {
    CurrentCaller.put(request, caller);
    return context.notifyContainerAboutLogin(caller.name(), caller.groups());
  }

  private static Optional<Secret> bearer(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return Optional.empty();
    }
    String key = header.substring(BEARER.length()).trim();
    return key.isEmpty() ? Optional.empty() : Optional.of(new Secret(key));
  }

  private static String target(HttpServletRequest request) {
    String query = request.getQueryString();
    boolean repeatable = "GET".equals(request.getMethod());
    if (!repeatable) {
      return "/admin";
    }
    return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
  }

  private static String encoded(String target) {
    return URLEncoder.encode(target, StandardCharsets.UTF_8);
  }
}
