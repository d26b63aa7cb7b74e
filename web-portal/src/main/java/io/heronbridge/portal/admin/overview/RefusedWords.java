package io.heronbridge.portal.admin.overview;

import io.heronbridge.integration.overview.Overview.Refused;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Why webhooks were refused, and what to do about it. */
final class RefusedWords {
  private RefusedWords() {}

  /** {@code 3 wrong signature, 1 too old}: the same reason of several integrations counts once. */
  static String summary(Collection<Refused> all) {
    Map<String, Long> byReason = new LinkedHashMap<>();
    all.forEach(each -> byReason.merge(each.reason(), each.count(), Long::sum));
    return byReason.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(each -> Counted.words(each.getValue()) + " " + each.getKey().replace('_', ' '))
        .collect(Collectors.joining(", "));
  }

  /** What to do about the most frequent reason; the first of the list. */
  static String advice(List<Refused> refused) {
    return switch (refused.isEmpty() ? "" : refused.get(0).reason()) {
      case "unknown_key", "expired_key" ->
          "Another Plaid environment sends them: compare the integration's environment and keys.";
      case "wrong_body", "no_signature", "malformed" ->
          "Something between Plaid and us changes them: let the proxy pass bodies and headers on.";
      case "too_old", "from_the_future" ->
          "A clock is wrong, or a proxy holds requests back: set the database host's time.";
      case "wrong_signature", "wrong_algorithm" ->
          "Somebody else than Plaid calls the address, or a proxy changes what it signed.";
      case "heron_no_secret", "heron_no_signature", "heron_malformed", "heron_wrong_signature" ->
          "Heron signs with another secret: compare the one in the integration with Heron's.";
      default ->
          "Plaid's keys could not be fetched, or nothing could be stored: see the health page.";
    };
  }
}
