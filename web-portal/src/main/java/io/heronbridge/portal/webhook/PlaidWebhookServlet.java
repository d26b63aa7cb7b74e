package io.heronbridge.portal.webhook;

import io.heronbridge.integration.relay.Receipt;
import io.heronbridge.integration.relay.WebhookIntake;
import io.heronbridge.persistence.webhook.Header;
import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** Takes Plaid's webhooks, with all their headers, since they are passed on. */
@WebServlet("/webhooks/plaid/*")
public class PlaidWebhookServlet extends WebhookDoor {
  private static final long serialVersionUID = 1L;

  @EJB private WebhookIntake intake;

  @Override
  protected Receipt receive(UUID integration, HttpServletRequest request, byte[] body) {
    return intake.receive(integration, headers(request), body);
  }

  private static List<Header> headers(HttpServletRequest request) {
    List<Header> headers = new ArrayList<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      for (String value : Collections.list(request.getHeaders(name))) {
        headers.add(new Header(name, value));
      }
    }
    return headers;
  }
}
