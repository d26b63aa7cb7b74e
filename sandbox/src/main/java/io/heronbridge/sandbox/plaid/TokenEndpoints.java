package io.heronbridge.sandbox.plaid;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The calls about link tokens and public tokens. */
final class TokenEndpoints {
  static final BodyForm READ = BodyForm.withKeys().requiredText("link_token");
  static final BodyForm EXCHANGE = BodyForm.withKeys().requiredText("public_token");
  private final PlaidState state;
  private final LinkTokenRules rules;
  private final String linkUrl;

  TokenEndpoints(PlaidState state, String linkUrl) {
    this.state = state;
    this.rules = new LinkTokenRules(state.settings());
    this.linkUrl = linkUrl;
  }

  JsonObject createLinkToken(PlaidBody body) {
    rules.check(body);
    Optional<SandboxItem> updates = body.optionalText("access_token").map(this::updatable);
    LinkToken token = linkToken(body, updates.orElse(null));
    state.linkTokens().add(token);
    JsonObject answer = Json.object("expiration", token.expiresAt(), "link_token", token.value());
    if (token.hosted()) {
      answer.addProperty("hosted_link_url", linkUrl + "/dialog?link_token=" + token.value());
    }
    return answer;
  }

  /** An item that can still be mended: a revoked permission wants a new session. */
  private SandboxItem updatable(String accessToken) {
    SandboxItem item = state.items().open(accessToken);
    if (state.settings().refusesUpdateOfRevoked()) {
      item.error()
          .filter(PlaidError::isRevocation)
          .ifPresent(
              error -> {
                throw new PlaidRefusal(error.asAnswer());
              });
    }
    return item;
  }

  private LinkToken linkToken(PlaidBody body, SandboxItem updates) {
    Instant now = Instant.now();
    Duration life = life(body);
    return new LinkToken(
        Ids.token("link"),
        now,
        now.plus(life).truncatedTo(ChronoUnit.SECONDS),
        body.text("client_name"),
        body.words("products"),
        body.words("country_codes"),
        body.text("language"),
        body.optionalText("webhook"),
        body.optionalText("redirect_uri"),
        Optional.ofNullable(updates),
        body.object("update").flag("account_selection_enabled"),
        body.has("hosted_link"));
  }

  private Duration life(PlaidBody body) {
    Optional<Integer> hosted = body.object("hosted_link").wholeNumber("url_lifetime_seconds");
    if (hosted.isPresent()) {
      return Duration.ofSeconds(hosted.get());
    }
    boolean isShort = body.has("access_token") || body.has("hosted_link");
    return state
        .settings()
        .seconds(isShort ? PlaidSettings.UPDATE_TOKEN_SECONDS : PlaidSettings.LINK_TOKEN_SECONDS);
  }

  JsonObject getLinkToken(PlaidBody body) {
    LinkToken token = state.linkTokens().require(body.conformTo(READ).text("link_token"));
    return Json.object(
        "created_at", token.createdAt(),
        "expiration", token.expiresAt(),
        "link_sessions", state.linkTokens().sessions(token),
        "link_token", token.value(),
        "metadata",
            Json.object(
                "client_name", token.clientName(),
                "country_codes", token.countryCodes(),
                "initial_products", token.products(),
                "language", token.language(),
                "redirect_uri", token.redirectUri(),
                "webhook", token.webhook()));
  }

  JsonObject exchange(PlaidBody body) {
    String publicToken = body.conformTo(EXCHANGE).text("public_token");
    SandboxItem item = state.items().exchange(publicToken);
    if (!item.isExchanged()) {
      item.markExchanged();
      state.webhooks().announce(item);
    }
    return Json.object("access_token", item.accessToken(), "item_id", item.itemId());
  }
}
