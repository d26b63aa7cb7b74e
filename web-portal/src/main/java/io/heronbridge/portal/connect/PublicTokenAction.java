package io.heronbridge.portal.connect;

import static io.heronbridge.persistence.json.JsonLibrary.JSON;

import io.heronbridge.integration.item.ItemView;
import io.heronbridge.integration.link.ConnectSession;
import io.heronbridge.integration.link.ExchangeRequest;
import io.heronbridge.integration.link.ExchangeResult;
import io.heronbridge.integration.link.IfKnown;
import io.heronbridge.integration.link.PublicTokenExchange;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.persistence.item.ItemId;
import io.heronbridge.persistence.secret.Secret;
import io.heronbridge.portal.page.Flash;
import io.heronbridge.portal.page.Texts;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import java.util.Optional;

/** Takes what Plaid Link handed to the page; the same again does no harm. */
@WebServlet("/connect/public-tokens")
public class PublicTokenAction extends ScriptAction {
  private static final long serialVersionUID = 1L;
  @Inject transient PublicTokenExchange exchange;

  @Override
  protected View act(Visit visit) {
    ConnectSession session = required(visit);
    JsonObject body = body(visit);
    LinkMetadata metadata = LinkMetadata.in(body);
    IfKnown wish =
        replaced(session, body, metadata)
            .map(IfKnown::replace)
            .orElse(
                body.getBoolean("allow_duplicate", false) ? IfKnown.connectTwice() : IfKnown.ask());
    ExchangeResult result = exchange(session, body, metadata, wish);
    if (result instanceof ExchangeResult.Duplicate duplicate
        && BankLine.of(duplicate.existing(), texts(visit)).anew()) {
      // Nobody has to be asked whether to give up what works no longer.
      IfKnown replace = IfKnown.replace(new ItemId(duplicate.existing().itemId()));
      return answer(visit, exchange(session, body, metadata, replace));
    }
    return answer(visit, result);
  }

  /** The bank to be replaced, unless another bank was chosen in Link than the one to be renewed. */
  private static Optional<ItemId> replaced(
      ConnectSession session, JsonObject body, LinkMetadata metadata) {
    String id = text(body, "replace");
    Optional<String> chosen = metadata.bank().institutionId();
    boolean another =
        session.banks().stream()
            .filter(bank -> bank.itemId().equals(id))
            .map(bank -> bank.institution().institutionId())
            .anyMatch(known -> known.isPresent() && chosen.isPresent() && !known.equals(chosen));
    return id.isEmpty() || another ? Optional.empty() : Optional.of(itemId(id));
  }

  private static ItemId itemId(String text) {
    try {
      return new ItemId(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException("replace", "is not a bank of this page");
    }
  }

  private ExchangeResult exchange(
      ConnectSession session, JsonObject body, LinkMetadata metadata, IfKnown wish) {
    String publicToken = text(body, "public_token");
    if (publicToken.isBlank()) {
      throw new InvalidInputException("public_token", "is missing");
    }
    ExchangeRequest request =
        new ExchangeRequest(
            session.integrationId(),
            session.endUserId(),
            Optional.empty(),
            new Secret(publicToken),
            metadata.bank(),
            metadata.sessionId(),
            wish,
            Optional.of(session.id()));
    return exchange.exchange(request, session.caller());
  }

  private View answer(Visit visit, ExchangeResult result) {
    Texts texts = texts(visit);
    if (result instanceof ExchangeResult.Exchanged done) {
      return connected(done.item(), texts);
    }
    if (result instanceof ExchangeResult.AlreadyExchanged done) {
      return connected(done.item(), texts);
    }
    if (result instanceof ExchangeResult.Duplicate duplicate) {
      return duplicate(duplicate.existing(), texts);
    }
    if (result instanceof ExchangeResult.Unavailable wait) {
      visit.response().setHeader("Retry-After", Long.toString(wait.retryAfter().toSeconds()));
      return View.json(
          503,
          JSON.createObjectBuilder()
              .add("outcome", "wait")
              .add("seconds", Math.max(1, wait.retryAfter().toSeconds()))
              .add("message", texts.say("exchange.slow"))
              .build());
    }
    boolean lost = result instanceof ExchangeResult.Lost;
    return outcome(422, "failed", texts.say(lost ? "exchange.lost" : "exchange.again"));
  }

  private static View connected(ItemView item, Texts texts) {
    return outcome("connected", new Flash(Flash.Kind.CONNECTED, BankLine.named(item, texts)));
  }

  private static View duplicate(ItemView existing, Texts texts) {
    BankLine bank = BankLine.of(existing, texts);
    String account = bank.name().mask().map(mask -> " (··· " + mask + ")").orElse("");
    return View.json(
        409,
        JSON.createObjectBuilder()
            .add("outcome", "duplicate")
            .add("bank", bank.id())
            .add("title", texts.say("exchange.known", bank.name().bank()))
            .add("message", texts.say("exchange.known.text", account))
            .build());
  }
}
