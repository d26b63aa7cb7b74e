package io.heronbridge.portal.page;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lets browsers keep what never changes: assets under their fingerprint, libraries by version. */
@WebFilter({"/assets/*", "/webjars/*"})
public class AssetFilter extends HttpFilter {
  private static final String MARK = AssetVersion.FOLDER + "_";
  private static final Pattern GZIP =
      Pattern.compile("(^|[ ,])gzip($|[ ,;](?! *q=0(\\.0*)?( |,|$)))");
  private static final String FOREVER = "public, max-age=31536000, immutable";

  @Inject AssetVersion version;
  @Inject PackedAssets packed;

  /**
   * A forward goes past what guards WEB-INF, so nothing but plain names is forwarded. One file has
   * one such name: with empty parts or dots it would have many, each packed and kept anew.
   */
  private static final Pattern PLAIN = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9._-]*+)++");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI();
    boolean plain = isPlain(path);
    if (!path.startsWith(MARK)) {
      boolean library = path.startsWith("/webjars/");
      response.setHeader("Cache-Control", library ? FOREVER : "no-cache");
      if (!library || !plain || !sendPacked(path, request, response)) {
        chain.doFilter(request, response);
      }
      return;
    }
    if (!plain) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    boolean current = path.startsWith(version.root() + "/");
    response.setHeader("Cache-Control", current ? FOREVER : "no-cache");
    int rest = path.indexOf('/', MARK.length());
    String asset = AssetVersion.FOLDER + (rest < 0 ? "" : path.substring(rest + 1));
    if (!current || !sendPacked(asset, request, response)) {
      request.getRequestDispatcher(asset).forward(request, response);
    }
  }

  static boolean isPlain(String path) {
    return PLAIN.matcher(path).matches();
  }

  /** Tells whether it did; otherwise the file is sent as it is. */
  private boolean sendPacked(String file, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Vary", "Accept-Encoding");
    String accepted = request.getHeader("Accept-Encoding");
    boolean wanted = accepted != null && GZIP.matcher(accepted).find();
    if (!wanted || !"GET".equals(request.getMethod()) || request.getHeader("Range") != null) {
      return false;
    }
    Optional<byte[]> bytes = packed.of(file);
    if (bytes.isEmpty()) {
      return false;
    }
    response.setContentType(request.getServletContext().getMimeType(file));
    response.setHeader("Content-Encoding", "gzip");
    response.setContentLength(bytes.get().length);
    response.getOutputStream().write(bytes.get());
    return true;
  }
}
