package io.heronbridge.sandbox.heron;

import io.heronbridge.sandbox.settings.Switches;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How the simulated Heron behaves where Heron publishes nothing. */
public final class HeronSettings {
  public static final String DUPLICATE_LINK = "duplicate_link";
  public static final String LINK_AFTER_DELETE = "link_after_delete";
  public static final String INTEGRATION_ACTIVE = "integration_active";
  public static final String INACTIVE_INTEGRATION = "inactive_integration";
  public static final String UNKNOWN_END_USER = "unknown_end_user";
  public static final String LINKS_OF_UNKNOWN_END_USER = "links_of_unknown_end_user";
  public static final String TOKEN_CHECK = "token_check";
  public static final String STRICT_FIELDS = "strict_fields";
  public static final String UPDATE_UNDER_LINK_KEY = "update_under_integration_link_key";
  public static final String BASIC_AUTH = "basic_auth";
  public static final String IP_BLOCKED = "ip_blocked";
  public static final String RATE_LIMIT = "rate_limit_per_minute";
  public static final String REFRESH_LIMIT = "refresh_limit_per_minute";
  public static final String MAX_BODY_BYTES = "max_body_bytes";
  public static final String WEBHOOK_CHECK = "webhook_check";
  public static final String WEBHOOK_REFUSAL = "webhook_refusal";
  public static final String ABSENT_FIELDS = "absent_fields";
  public static final String CALLBACK_URL = "callback_url";
  public static final String WEBHOOK_OF_UNKNOWN_ITEM = "webhook_of_unknown_item";
  public static final String SYNCING_AFTER = "syncing_after_ms";
  public static final String ACTIVE_AFTER = "active_after_ms";
  public static final String CALLBACK_RETRY_DELAYS = "callback_retry_delays_ms";
  private final Switches switches =
      new Switches()
          .choice(DUPLICATE_LINK, "409", "200", "201", "422")
          .choice(LINK_AFTER_DELETE, "201", "409")
          .flag(INTEGRATION_ACTIVE, true)
          .choice(INACTIVE_INTEGRATION, "409", "422")
          .choice(UNKNOWN_END_USER, "create", "404")
          .choice(LINKS_OF_UNKNOWN_END_USER, "404", "empty")
          .choice(TOKEN_CHECK, "later", "at_once", "never")
          .flag(STRICT_FIELDS, false)
          .flag(UPDATE_UNDER_LINK_KEY, false)
          .flag(BASIC_AUTH, false)
          .flag(IP_BLOCKED, false)
          .number(RATE_LIMIT, 500)
          .number(REFRESH_LIMIT, 0)
          .number(MAX_BODY_BYTES, 1 << 20)
          .choice(WEBHOOK_CHECK, "lenient", "strict")
          .choice(WEBHOOK_REFUSAL, "401", "403")
          .choice(ABSENT_FIELDS, "null", "omitted")
          .address(CALLBACK_URL)
          .choice(WEBHOOK_OF_UNKNOWN_ITEM, "accept", "404")
          .number(SYNCING_AFTER, 400)
          .number(ACTIVE_AFTER, 1_500)
          .numbers(CALLBACK_RETRY_DELAYS, List.of(1_000L, 5_000L, 15_000L));

  public Switches switches() {
    return switches;
  }

  boolean is(String name, String word) {
    return switches.text(name).equals(word);
  }

  boolean on(String name) {
    return switches.on(name);
  }

  long number(String name) {
    return switches.number(name);
  }

  /** Where Heron's own webhooks go beside the subscriptions, if anywhere. */
  public Optional<String> callbackUrl() {
    return Optional.of(switches.text(CALLBACK_URL)).filter(url -> !url.isEmpty());
  }

  List<Duration> callbackRetryDelays() {
    return switches.list(CALLBACK_RETRY_DELAYS).stream()
        .map(millis -> Duration.ofMillis(Long.parseLong(millis)))
        .toList();
  }
}
