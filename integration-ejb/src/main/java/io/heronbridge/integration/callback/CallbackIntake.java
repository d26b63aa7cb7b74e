package io.heronbridge.integration.callback;

import static java.lang.System.Logger.Level.INFO;

import io.heronbridge.integration.heron.CallbackVerdict;
import io.heronbridge.integration.heron.CallbackVerifier;
import io.heronbridge.integration.metrics.BridgeMetrics;
import io.heronbridge.integration.problem.Complaint;
import io.heronbridge.integration.relay.Receipt;
import io.heronbridge.integration.relay.WebhookTally;
import io.heronbridge.persistence.secret.Secret;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The door for Heron's own webhooks: verified first, then durable, and only then accepted. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CallbackIntake {
  private static final System.Logger LOG = System.getLogger(CallbackIntake.class.getName());

  @Inject CallbackDesk desk;
  @Inject WebhookTally tally;
  @Inject BridgeMetrics metrics;

  /**
   * @param signatures every value of {@code Heron-Signature}
   * @param body the bytes exactly as received
   */
  public Receipt receive(UUID integration, List<String> signatures, byte[] body) {
    Receipt receipt;
    try {
      receipt = judge(integration, signatures, body);
    } catch (EJBException e) {
      Complaint.log(LOG, () -> "callback not stored integration=" + integration, e);
      receipt = Receipt.UNAVAILABLE;
    }
    metrics.calledBack(receipt.name());
    return receipt;
  }

  private Receipt judge(UUID integration, List<String> signatures, byte[] body) {
    Optional<List<Secret>> secrets = desk.secrets(integration);
    if (secrets.isEmpty()) {
      return Receipt.UNKNOWN_INTEGRATION;
    }
    CallbackVerifier.Finding found = CallbackVerifier.verify(secrets.get(), signatures, body);
    if (found.signature().isEmpty()) {
      CallbackVerdict verdict = found.verdict();
      tally.count(integration, verdict);
      LOG.log(
          INFO, () -> "callback refused integration=%s reason=%s".formatted(integration, verdict));
      return Receipt.REFUSED;
    }
    Optional<UUID> id = desk.keep(integration, body, found.signature().get());
    if (id.isEmpty()) {
      LOG.log(INFO, () -> "callback repeated integration=" + integration);
      return Receipt.REPEATED;
    }
    LOG.log(INFO, () -> "callback accepted id=%s integration=%s".formatted(id.get(), integration));
    return Receipt.ACCEPTED;
  }
}
