package io.heronbridge.portal.connect;

import io.heronbridge.integration.item.ItemView;
import io.heronbridge.integration.link.ConnectSession;
import io.heronbridge.integration.link.ExchangeRequest;
import io.heronbridge.integration.link.ExchangeResult;
import io.heronbridge.integration.link.PublicTokenExchange;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.persistence.secret.Secret;
import io.heronbridge.portal.page.Flash;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import java.util.Optional;

/** Takes what Plaid Link handed to the page; the same again does no harm. */
@WebServlet("/connect/public-tokens")
public class PublicTokenAction extends ScriptAction {
  private static final long serialVersionUID = 1L;
  private static final String AGAIN =
      "Your bank could not be connected this time. Nothing was shared; please connect it again.";

  private static final String LOST =
      "Your bank agreed, but its answer was lost on the way. Please connect it once more.";

  @Inject transient PublicTokenExchange exchange;

  @Override
  protected View act(Visit visit) {
    ConnectSession session = required(visit);
    JsonObject body = body(visit);
    String publicToken = body.getString("public_token", "");
    if (publicToken.isBlank()) {
      throw new InvalidInputException("public_token", "is missing");
    }
    LinkMetadata metadata = LinkMetadata.in(body);
    ExchangeRequest request =
        new ExchangeRequest(
            session.integrationId(),
            session.endUserId(),
            Optional.empty(),
            new Secret(publicToken),
            metadata.bank(),
            metadata.sessionId(),
            body.getBoolean("allow_duplicate", false));
    return answer(visit, exchange.exchange(request, session.caller()));
  }

  private static View answer(Visit visit, ExchangeResult result) {
    if (result instanceof ExchangeResult.Exchanged done) {
      return connected(done.item());
    }
    if (result instanceof ExchangeResult.AlreadyExchanged done) {
      return connected(done.item());
    }
    if (result instanceof ExchangeResult.Duplicate duplicate) {
      return duplicate(duplicate.existing());
    }
    if (result instanceof ExchangeResult.Unavailable wait) {
      visit.response().setHeader("Retry-After", Long.toString(wait.retryAfter().toSeconds()));
      return View.json(
          503,
          Json.createObjectBuilder()
              .add("outcome", "wait")
              .add("seconds", Math.max(1, wait.retryAfter().toSeconds()))
              .add("message", "This takes longer than usual. Please keep this page open.")
              .build());
    }
    return outcome(422, "failed", result instanceof ExchangeResult.Lost ? LOST : AGAIN);
  }

  private static View connected(ItemView item) {
    return outcome("connected", new Flash(Flash.Kind.CONNECTED, item.institution().shown()));
  }

  private static View duplicate(ItemView existing) {
    String bank = existing.institution().shown();
    String message =
        bank
            + " is connected already, with the same account. Connect it a second time only if you"
            + " use it with another sign-in.";
    return View.json(
        409,
        Json.createObjectBuilder().add("outcome", "duplicate").add("message", message).build());
  }
}
