package io.heronbridge.integration.setup;

import java.util.List;
import java.util.Optional;

/**
 * An integration at Heron that could take our links.
 *
 * @param chosen whether ours points to it
 * @param obstacle why it cannot be chosen, one sentence
 * @param remarks what to know before choosing it
 */
public record HeronOffer(
    String heronId,
    String name,
    Optional<String> type,
    Optional<String> resource,
    Optional<String> baseUrl,
    Optional<String> clientId,
    Optional<String> webhookUrl,
    String linkUrl,
    boolean chosen,
    Optional<String> obstacle,
    List<String> remarks) {

  /** The same without what belongs to another lender's account, or may hold a token. */
  HeronOffer inBrief() {
    Optional<String> untold = Optional.empty();
    return new HeronOffer(
        heronId, name, type, resource, baseUrl, untold, untold, linkUrl, chosen, obstacle, remarks);
  }
}
