package io.heronbridge.portal.api;

import io.heronbridge.integration.setup.HeronOffer;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An integration at Heron in an answer. */
@Schema(name = "HeronIntegration")
public record HeronOfferJson(
    String heronId,
    String name,
    Optional<String> type,
    Optional<String> resource,
    Optional<String> baseUrl,
    Optional<String> clientId,
    Optional<String> webhookUrl,
    String linkUrl,
    @Schema(description = "Whether our links go there.") boolean chosen,
    @Schema(description = "Why it cannot be chosen.") Optional<String> obstacle,
    @Schema(description = "What to know before it is chosen.") List<String> remarks) {
  static HeronOfferJson of(HeronOffer offer) {
    return new HeronOfferJson(
        offer.heronId(),
        offer.name(),
        offer.type(),
        offer.resource(),
        offer.baseUrl(),
        offer.clientId(),
        offer.webhookUrl(),
        offer.linkUrl(),
        offer.chosen(),
        offer.obstacle(),
        offer.remarks());
  }
}
