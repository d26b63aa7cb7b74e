package io.heronbridge.integration.setup;

import io.heronbridge.integration.heron.HeronIntegration;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whether an integration at Heron and one of ours belong together.
 *
 * @param obstacle why they cannot, one sentence
 * @param remarks what looks odd, but may be meant
 */
record HeronFit(Optional<String> obstacle, List<String> remarks) {

  /**
   * Our Plaid side.
   *
   * @param isOverridden whether the address is another than the environment's, as in tests
   */
  record Ours(String plaidUrl, String clientId, boolean isOverridden) {}

  /**
   * @param isPlaidDoor whether a URL leads to our door for Plaid's webhooks
   */
  static HeronFit of(HeronIntegration theirs, Ours ours, Predicate<String> isPlaidDoor) {
    Optional<String> obstacle =
        loop(theirs, isPlaidDoor)
            .or(() -> foreignType(theirs))
            .or(() -> otherPlaid(theirs, ours).filter(text -> !ours.isOverridden()));
    List<String> remarks = new ArrayList<>();
    otherPlaid(theirs, ours).filter(text -> ours.isOverridden()).ifPresent(remarks::add);
    theirs
        .clientId()
        .filter(id -> !id.equals(ours.clientId()))
        .ifPresent(
            id ->
                remarks.add(
                    "Heron's integration has another Plaid client_id than this one, so Heron could"
                        + " not read what is connected here."));
    theirs
        .resource()
        .filter(resource -> !"transaction".equals(resource))
        .ifPresent(
            resource ->
                remarks.add(
                    "Heron's integration is for "
                        + resource
                        + ", while this bridge sends items for transactions."));
    return new HeronFit(obstacle, List.copyOf(remarks));
  }

  private static Optional<String> loop(HeronIntegration theirs, Predicate<String> isPlaidDoor) {
    return theirs
        .webhookUrl()
        .filter(isPlaidDoor)
        .map(
            url ->
                "Heron's integration has this bridge's address for Plaid's webhooks as its"
                    + " webhook_url, so webhooks would go round in a loop: clear it in Heron's"
                    + " dashboard, Settings, Integrations.");
  }

  private static Optional<String> foreignType(HeronIntegration theirs) {
    return theirs
        .type()
        .filter(type -> !"plaid".equalsIgnoreCase(type))
        .map(type -> "Heron's integration is of type " + type + ", not plaid: choose another.");
  }

  private static Optional<String> otherPlaid(HeronIntegration theirs, Ours ours) {
    return theirs
        .baseUrl()
        .filter(url -> !host(url).equalsIgnoreCase(host(ours.plaidUrl())))
        .map(
            url ->
                "Heron's integration reads from "
                    + host(url)
                    + ", but banks are connected at "
                    + host(ours.plaidUrl())
                    + " here: correct the environment here, or base_url in Heron's dashboard,"
                    + " Settings, Integrations.");
  }

  private static String host(String url) {
    try {
      String host = URI.create(url.trim()).getRawAuthority();
      return host == null ? url : host;
    } catch (IllegalArgumentException e) {
      return url;
    }
  }
}
