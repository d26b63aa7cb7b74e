package io.heronbridge.portal.connect;

import static io.heronbridge.persistence.json.JsonLibrary.JSON;

import io.heronbridge.integration.link.ConnectSession;
import io.heronbridge.integration.link.LinkTokenIssuer;
import io.heronbridge.integration.link.LinkTokenRequest;
import io.heronbridge.integration.link.LinkTokenView;
import io.heronbridge.integration.plaid.PlaidFault;
import io.heronbridge.persistence.item.ItemId;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
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
          JSON.createObjectBuilder()
              .add("outcome", "ready")
              .add("link_token", issued.linkToken())
              .build());
    } catch (PlaidFault e) {
      boolean dead = updated.isPresent() && e.httpStatus() == 422;
      return dead
          ? outcome(422, "failed", texts(visit).say("token.dead"))
          : outcome(503, "failed", texts(visit).say("token.later"));
    }
  }
}
