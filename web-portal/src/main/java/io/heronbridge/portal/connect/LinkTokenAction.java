package io.heronbridge.portal.connect;

import io.heronbridge.integration.link.ConnectSession;
import io.heronbridge.integration.link.LinkTokenIssuer;
import io.heronbridge.integration.link.LinkTokenRequest;
import io.heronbridge.integration.link.LinkTokenView;
import io.heronbridge.integration.plaid.PlaidFault;
import io.heronbridge.persistence.item.ItemId;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import java.util.Optional;

/** Gives the page what it needs to open Plaid Link once. */
@WebServlet("/connect/link-tokens")
public class LinkTokenAction extends ScriptAction {
  private static final long serialVersionUID = 1L;

  @Inject transient LinkTokenIssuer issuer;

  @Override
  protected View act(Visit visit) {
    ConnectSession session = required(visit);
    JsonObject body = body(visit);
    Optional<ItemId> updated = bankIn(session, body).map(bank -> new ItemId(bank.itemId()));
    LinkTokenRequest request =
        new LinkTokenRequest(
            session.integrationId(),
            session.endUserId(),
            Optional.empty(),
            updated,
            body.getBoolean("accounts", false));
    try {
      LinkTokenView issued = issuer.issue(request, session.caller());
      return View.json(
          201,
          Json.createObjectBuilder()
              .add("outcome", "ready")
              .add("link_token", issued.linkToken())
              .build());
    } catch (PlaidFault e) {
      return refusal(e, updated.isPresent());
    }
  }

  private static View refusal(PlaidFault fault, boolean update) {
    boolean dead = update && fault.httpStatus() == 422;
    return outcome(
        dead ? 422 : 503,
        "failed",
        dead
            ? "This bank cannot be reconnected any more. Press Connect a bank and choose it again; the"
                + " new connection can replace this one."
            : "The connection to banks is not available just now. Please try again in a few"
                + " minutes.");
  }
}
