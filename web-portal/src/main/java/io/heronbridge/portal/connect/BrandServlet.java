package io.heronbridge.portal.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.heronbridge.integration.brand.BrandAddress;
import io.heronbridge.integration.brand.BrandBoard;
import io.heronbridge.integration.brand.BrandSheet;
import io.heronbridge.integration.brand.Colour;
import io.heronbridge.persistence.brand.BrandLogo;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Logos and the sheets of colours, to anybody who knows their address. Browsers may keep them for
 * good: other contents have another address.
 */
@WebServlet({BrandAddress.LOGOS + "*", BrandAddress.SHEETS + "*"})
public class BrandServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String FOREVER = "public, max-age=31536000, immutable";
  private static final Pattern LOGO =
      Pattern.compile(Pattern.quote(BrandAddress.LOGOS) + "([0-9a-f]{64})\\.(png|jpeg)");
  private static final Pattern SHEET =
      Pattern.compile(Pattern.quote(BrandAddress.SHEETS) + "([0-9a-f]{6})\\.css");

  @Inject transient BrandBoard board;

  /** What is sent. */
  private record Content(String type, byte[] bytes) {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Content> content = content(request.getRequestURI());
    if (content.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setHeader("Cache-Control", FOREVER);
    response.setContentType(content.get().type());
    response.setContentLength(content.get().bytes().length);
    response.getOutputStream().write(content.get().bytes());
  }

  private Optional<Content> content(String address) {
    Matcher sheet = SHEET.matcher(address);
    if (sheet.matches()) {
      String text = BrandSheet.of(Colour.of("#" + sheet.group(1)));
      return Optional.of(new Content("text/css;charset=UTF-8", text.getBytes(UTF_8)));
    }
    Matcher logo = LOGO.matcher(address);
    return logo.matches()
        ? board
            .logo(logo.group(1))
            .filter(found -> found.type().equals(logo.group(2)))
            .map(BrandServlet::content)
        : Optional.empty();
  }

  private static Content content(BrandLogo logo) {
    return new Content("image/" + logo.type(), logo.bytes());
  }
}
