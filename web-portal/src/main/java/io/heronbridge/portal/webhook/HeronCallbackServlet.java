package io.heronbridge.portal.webhook;

import io.heronbridge.integration.callback.CallbackIntake;
import io.heronbridge.integration.relay.Receipt;
import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** Takes Heron's own webhooks. */
@WebServlet("/webhooks/heron/*")
public class HeronCallbackServlet extends WebhookDoor {
  private static final long serialVersionUID = 1L;
  private static final String SIGNATURE = "Heron-Signature";

  @EJB private CallbackIntake intake;

  @Override
  protected Receipt receive(UUID integration, HttpServletRequest request, byte[] body) {
    List<String> signatures = List.copyOf(Collections.list(request.getHeaders(SIGNATURE)));
    return intake.receive(integration, signatures, body);
  }
}
