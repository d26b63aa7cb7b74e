package io.heronbridge.portal.page;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/** Lets browsers keep what never changes: assets under their fingerprint, libraries by version. */
@WebFilter({"/assets/*", "/webjars/*"})
public class AssetFilter extends HttpFilter {
  private static final String MARK = AssetVersion.FOLDER + "_";
  private static final String FOREVER = "public, max-age=31536000, immutable";

  @Inject AssetVersion version;

  /** A forward goes past what guards WEB-INF, so nothing but plain names is forwarded. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._/-]+");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI();
    if (!path.startsWith(MARK)) {
      boolean library = path.startsWith("/webjars/");
      response.setHeader("Cache-Control", library ? FOREVER : "no-cache");
      chain.doFilter(request, response);
      return;
    }
    if (!PLAIN.matcher(path).matches() || path.contains("..")) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    boolean current = path.startsWith(version.root() + "/");
    response.setHeader("Cache-Control", current ? FOREVER : "no-cache");
    int rest = path.indexOf('/', MARK.length());
    String asset = AssetVersion.FOLDER + (rest < 0 ? "" : path.substring(rest + 1));
    request.getRequestDispatcher(asset).forward(request, response);
  }
}
