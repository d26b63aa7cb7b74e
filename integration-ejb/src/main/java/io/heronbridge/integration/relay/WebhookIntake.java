package io.heronbridge.integration.relay;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.heronbridge.integration.metrics.BridgeMetrics;
import io.heronbridge.integration.plaid.PlaidTarget;
import io.heronbridge.integration.plaid.WebhookVerdict;
import io.heronbridge.integration.plaid.WebhookVerdict.Forged;
import io.heronbridge.integration.plaid.WebhookVerdict.Genuine;
import io.heronbridge.integration.plaid.WebhookVerifier;
import io.heronbridge.persistence.webhook.Header;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The door for Plaid's webhooks: verified first, then durable, and only then accepted. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WebhookIntake {
  private static final System.Logger LOG = System.getLogger(WebhookIntake.class.getName());

  @Inject IntakeDesk desk;
  @Inject WebhookVerifier verifier;
  @Inject RefusedTally tally;
  @Inject BridgeMetrics metrics;

  /**
   * @param body the bytes exactly as received: the signature is over them
   */
  public Receipt receive(UUID integration, List<Header> headers, byte[] body) {
    Receipt receipt;
    try {
      receipt = judge(integration, headers, body);
    } catch (EJBException e) {
      LOG.log(WARNING, () -> "webhook not stored integration=" + integration, e);
      receipt = Receipt.UNAVAILABLE;
    }
    metrics.received(receipt.name());
    return receipt;
  }

  private Receipt judge(UUID integration, List<Header> headers, byte[] body) {
    Optional<PlaidTarget> target = desk.target(integration);
    if (target.isEmpty()) {
      return Receipt.UNKNOWN_INTEGRATION;
    }
    WebhookVerdict verdict = verifier.verify(target.get(), Letter.signatures(headers), body);
    if (verdict instanceof Forged forged) {
      tally.count(integration, forged.reason());
      LOG.log(
          INFO,
          () -> "webhook refused integration=%s reason=%s".formatted(integration, forged.reason()));
      return Receipt.REFUSED;
    }
    if (!(verdict instanceof Genuine genuine)) {
      return Receipt.UNAVAILABLE;
    }
    Optional<UUID> id = desk.keep(new Letter(integration, headers, body, genuine.signedAt()));
    if (id.isEmpty()) {
      tally.count(integration, Receipt.REPEATED);
      LOG.log(INFO, () -> "webhook repeated integration=" + integration);
      return Receipt.REPEATED;
    }
    LOG.log(INFO, () -> "webhook accepted id=%s integration=%s".formatted(id.get(), integration));
    return Receipt.ACCEPTED;
  }
}
