package io.heronbridge.portal.webhook;

import io.heronbridge.integration.relay.Receipt;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/** A door for webhooks: the bytes are read once, bounded, before anything else touches them. */
abstract class WebhookDoor extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int MAX_BODY = 1024 * 1024;
  private static final long MOST_DRAINED = 8L * 1024 * 1024;

  /** Judges and keeps what was received. */
  protected abstract Receipt receive(UUID integration, HttpServletRequest request, byte[] body);

  @Override
  protected final void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!"POST".equals(request.getMethod())) {
      response.setHeader("Allow", "POST");
      response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      return;
    }
    Optional<UUID> integration = integration(request.getPathInfo());
    if (integration.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    byte[] body = request.getInputStream().readNBytes(MAX_BODY + 1);
    if (body.length > MAX_BODY) {
      // A sender that is still writing would otherwise see a reset instead of the answer.
      request.getInputStream().skip(MOST_DRAINED);
      response.setHeader("Connection", "close");
      response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
      return;
    }
    response.setStatus(status(receive(integration.get(), request, body)));
  }

  private static int status(Receipt receipt) {
    return switch (receipt) {
      case ACCEPTED, SPOOLED, REPEATED -> HttpServletResponse.SC_OK;
      case REFUSED -> HttpServletResponse.SC_UNAUTHORIZED;
      case UNAVAILABLE -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
      case UNKNOWN_INTEGRATION -> HttpServletResponse.SC_NOT_FOUND;
    };
  }

  private static Optional<UUID> integration(String path) {
    if (path == null || path.length() < 2) {
      return Optional.empty();
    }
    try {
      return Optional.of(UUID.fromString(path.substring(1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
