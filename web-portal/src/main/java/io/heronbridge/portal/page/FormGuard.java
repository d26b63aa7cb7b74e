package io.heronbridge.portal.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Set;

/** Tells our own forms from those that other sites make a browser send. */
final class FormGuard {
  /** The hidden field of a form. */
  static final String FIELD = "csrf";

  /** The same for scripts. */
  static final String HEADER = "X-Form-Key";

  private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

  private final String publicUrl;

  FormGuard(String publicUrl) {
    this.publicUrl = publicUrl;
  }

  /**
   * @param expected the session's form token; empty when there is no session
   * @throws RefusedFormException unless the request carries it and comes from our own pages
   */
  void check(HttpServletRequest request, String expected) {
    String given = request.getHeader(HEADER);
    check(request, expected, given == null ? request.getParameter(FIELD) : given);
  }

  /** As {@link #check(HttpServletRequest, String)}, when the form's token is known already. */
  void check(HttpServletRequest request, String expected, String given) {
    checkOrigin(request);
    if (expected.isEmpty() || given == null || !same(expected, given)) {
      throw new RefusedFormException("the form does not belong to this session");
    }
  }

  /**
   * What can be checked without a session.
   *
   * @throws RefusedFormException when the browser says that another site sent it
   */
  void checkOrigin(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null && !OWN_SITE.contains(site.toLowerCase(Locale.ROOT))) {
      throw new RefusedFormException("the form was sent by another site");
    }
    String origin = request.getHeader("Origin");
    // Browsers send "null" from pages that hide their address, as our connect pages do.
    if (site == null && origin != null && !"null".equals(origin) && !isOurs(origin, request)) {
      throw new RefusedFormException("the form was sent by another site");
    }
  }

  private boolean isOurs(String origin, HttpServletRequest request) {
    try {
      URI from = URI.create(origin);
      return origin.equalsIgnoreCase(originOf(publicUrl))
          || String.valueOf(from.getAuthority()).equalsIgnoreCase(request.getHeader("Host"));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Scheme, host and port of an address. */
  static String originOf(String address) {
    URI uri = URI.create(address);
    return uri.getScheme() + "://" + uri.getAuthority();
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
  }
}
