package io.heronbridge.portal.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a page may load, and from where. */
final class ContentPolicy {
  private static final String SELF = "'self'";
  private static final String PLAIDS_SCRIPT = "https://cdn.plaid.com";
  private static final String PLAIDS_CALLS =
      " https://production.plaid.com https://sandbox.plaid.com";

  private final Map<String, String> directives = new LinkedHashMap<>();

  private ContentPolicy() {
    directives.put("default-src", "'none'");
    directives.put("script-src", SELF);
    directives.put("style-src", SELF);
    directives.put("img-src", SELF + " data:");
    directives.put("connect-src", SELF);
    directives.put("form-action", SELF);
    directives.put("base-uri", "'none'");
    directives.put("frame-ancestors", "'none'");
  }

  /** Our own origin only. */
  static String strict() {
    return new ContentPolicy().text();
  }

  /** Our own origin, and Plaid Link from where it is configured to come from. */
  static String withLink(String linkScriptUrl) {
    String link = FormGuard.originOf(linkScriptUrl);
    String calls = link.equals(PLAIDS_SCRIPT) ? link + PLAIDS_CALLS : link;
    ContentPolicy policy = new ContentPolicy();
    policy.directives.put("script-src", SELF + " " + link);
    policy.directives.put("frame-src", link);
    policy.directives.put("connect-src", SELF + " " + calls);
    // Plaid's script places its frame with style attributes; sheets stay ours.
    policy.directives.put("style-src-attr", "'unsafe-inline'");
    return policy.text();
  }

  private String text() {
    return directives.entrySet().stream()
        .map(directive -> directive.getKey() + " " + directive.getValue())
        .collect(Collectors.joining("; "));
  }
}
