package io.heronbridge.sandbox.plaid;

import io.heronbridge.sandbox.settings.Switches;
import java.time.Duration;
import java.util.List;

/** How the simulated Plaid behaves where Plaid leaves room. */
public final class PlaidSettings {
  public static final String SECOND_EXCHANGE = "second_exchange";
  public static final String WEBHOOK_RETRY_DELAYS = "webhook_retry_delays_ms";
  public static final String INITIAL_UPDATE_DELAY = "initial_update_delay_ms";
  public static final String HISTORICAL_UPDATE_DELAY = "historical_update_delay_ms";
  public static final String REPAIR_WEBHOOK_DELAY = "repair_webhook_delay_ms";
  public static final String FRESH_JWT_ON_RETRY = "fresh_jwt_on_retry";
  public static final String REUSABLE_LINK_TOKENS = "reusable_link_tokens";
  public static final String LINK_EVENTS = "link_events";
  public static final String UPDATE_AFTER_REVOCATION = "update_after_revocation";
  public static final String REDIRECT_URIS = "redirect_uris";
  public static final String LINK_TOKEN_SECONDS = "link_token_seconds";
  public static final String UPDATE_TOKEN_SECONDS = "update_link_token_seconds";
  public static final String PUBLIC_TOKEN_SECONDS = "public_token_seconds";
  private final Switches switches =
      new Switches()
          .choice(SECOND_EXCHANGE, "refuse", "same")
          .numbers(WEBHOOK_RETRY_DELAYS, List.of(2_000L, 8_000L, 30_000L))
          .number(INITIAL_UPDATE_DELAY, 300)
          .number(HISTORICAL_UPDATE_DELAY, 1_500)
          .number(REPAIR_WEBHOOK_DELAY, 200)
          .flag(FRESH_JWT_ON_RETRY, true)
          .flag(REUSABLE_LINK_TOKENS, false)
          .flag(LINK_EVENTS, false)
          .choice(UPDATE_AFTER_REVOCATION, "refuse", "allow")
          .texts(REDIRECT_URIS, List.of())
          .number(LINK_TOKEN_SECONDS, Duration.ofHours(4).toSeconds())
          .number(UPDATE_TOKEN_SECONDS, Duration.ofMinutes(30).toSeconds())
          .number(PUBLIC_TOKEN_SECONDS, Duration.ofMinutes(30).toSeconds());

  public Switches switches() {
    return switches;
  }

  boolean repeatsExchange() {
    return switches.text(SECOND_EXCHANGE).equals("same");
  }

  boolean signsRetriesAnew() {
    return switches.on(FRESH_JWT_ON_RETRY);
  }

  /** Whether a link token may be opened again after success. */
  public boolean linkTokensAreReusable() {
    return switches.on(REUSABLE_LINK_TOKENS);
  }

  /** Whether ordinary sessions too send LINK webhooks. */
  boolean linkEvents() {
    return switches.on(LINK_EVENTS);
  }

  boolean refusesUpdateOfRevoked() {
    return switches.text(UPDATE_AFTER_REVOCATION).equals("refuse");
  }

  /** An empty allow list allows everything. */
  boolean allowsRedirect(String uri) {
    List<String> allowed = switches.list(REDIRECT_URIS);
    return allowed.isEmpty() || allowed.contains(uri);
  }

  List<Duration> webhookRetryDelays() {
    return switches.list(WEBHOOK_RETRY_DELAYS).stream()
        .map(millis -> Duration.ofMillis(Long.parseLong(millis)))
        .toList();
  }

  Duration millis(String name) {
    return Duration.ofMillis(switches.number(name));
  }

  Duration seconds(String name) {
    return Duration.ofSeconds(switches.number(name));
  }
}
