package io.heronbridge.portal.page;

import io.heronbridge.integration.settings.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Says on every answer what browsers must not do with it. */
@WebFilter(
    value = "/*",
    dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
public class SecurityHeadersFilter extends HttpFilter {
  private static final String TWO_YEARS = "max-age=63072000";
  private static final String NO_DEVICES =
      "camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=()";

  @Inject Settings settings;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean connect = request.getRequestURI().startsWith("/connect/");
    response.setHeader(
        "Content-Security-Policy",
        connect ? ContentPolicy.withLink(settings.linkScriptUrl()) : ContentPolicy.strict());
    response.setHeader("Referrer-Policy", connect ? "no-referrer" : "same-origin");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    // An OAuth bank opens in a window that must be able to speak to its opener.
    response.setHeader(
        "Cross-Origin-Opener-Policy", connect ? "same-origin-allow-popups" : "same-origin");
    response.setHeader("Permissions-Policy", devices(connect));
    if (settings.isPublicUrlSecure()) {
      response.setHeader("Strict-Transport-Security", TWO_YEARS);
    }
    chain.doFilter(request, response);
  }

  private String devices(boolean connect) {
    String link = "(\"" + FormGuard.originOf(settings.linkScriptUrl()) + "\")";
    return connect
        ? NO_DEVICES + ", encrypted-media=" + link + ", accelerometer=" + link
        : NO_DEVICES + ", encrypted-media=(), accelerometer=()";
  }
}
