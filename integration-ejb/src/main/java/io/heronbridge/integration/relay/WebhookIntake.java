package io.heronbridge.integration.relay;

import static java.lang.System.Logger.Level.INFO;

import io.heronbridge.integration.metrics.BridgeMetrics;
import io.heronbridge.integration.plaid.PlaidTarget;
import io.heronbridge.integration.plaid.WebhookVerdict;
import io.heronbridge.integration.plaid.WebhookVerdict.Forged;
import io.heronbridge.integration.plaid.WebhookVerdict.Genuine;
import io.heronbridge.integration.plaid.WebhookVerifier;
import io.heronbridge.integration.problem.Complaint;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.integration.relay.Letter.Arrival;
import io.heronbridge.integration.spool.WebhookSpool;
import io.heronbridge.integration.startup.DatabaseAwayException;
import io.heronbridge.integration.startup.DatabaseWatch;
import io.heronbridge.persistence.webhook.Header;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The door for Plaid's webhooks: verified first, then durable, and only then accepted. Durable is
 * in the database, or in this node's spool while the database is away.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WebhookIntake {
  private static final System.Logger LOG = System.getLogger(WebhookIntake.class.getName());

  /** The database may be asked twice, and Plaid gives up after ten seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  @Inject IntakeDesk desk;
  @Inject DatabaseWatch database;
  @Inject KnownIntegrations known;
  @Inject WebhookVerifier verifier;
  @Inject WebhookSpool spool;
  @Inject WebhookTally tally;
  @Inject BridgeMetrics metrics;
  @Inject Clock clock;

  /**
   * @param body the bytes exactly as received: the signature is over them
   */
  public Receipt receive(UUID integration, List<Header> headers, byte[] body) {
    Arrival arrival = new Arrival(integration, clock.instant());
    Receipt receipt;
    try {
      receipt = judge(arrival, headers, body);
    } catch (EJBException e) {
      Complaint.log(LOG, () -> "webhook not stored integration=" + integration, e);
      receipt = Receipt.UNAVAILABLE;
    }
    if (receipt.isRejection() && known.find(integration).isPresent()) {
      tally.rejected(integration, arrival.at());
    }
    metrics.received(receipt.name());
    return receipt;
  }

  /** Only of what is not genuine by what this node knows, the database is asked. */
  private Receipt judge(Arrival arrival, List<Header> headers, byte[] body) {
    UUID integration = arrival.integration();
    Optional<PlaidTarget> remembered = known.find(integration);
    Optional<WebhookVerdict> verdict =
        remembered.map(target -> verifier.verify(target, Letter.signatures(headers), body));
    if (verdict.orElse(null) instanceof Genuine genuine) {
      return keep(new Letter(arrival, headers, body, genuine.signedAt()));
    }
    Optional<PlaidTarget> target = remembered;
    try {
      target = database.ask(() -> desk.target(integration), PATIENCE);
      known.note(integration, target);
    } catch (DatabaseAwayException e) {
      if (remembered.isEmpty()) {
        return Receipt.UNAVAILABLE;
      }
    }
    if (target.isEmpty()) {
      return Receipt.UNKNOWN_INTEGRATION;
    }
    WebhookVerdict last =
        target.equals(remembered)
            ? verdict.orElseThrow()
            : verifier.verify(target.get(), Letter.signatures(headers), body);
    return settle(arrival, headers, body, last);
  }

  private Receipt settle(
      Arrival arrival, List<Header> headers, byte[] body, WebhookVerdict verdict) {
    UUID integration = arrival.integration();
    if (verdict instanceof Forged forged) {
      tally.count(integration, forged.reason());
      LOG.log(
          INFO,
          () -> "webhook refused integration=%s reason=%s".formatted(integration, forged.reason()));
      return Receipt.REFUSED;
    }
    return verdict instanceof Genuine genuine
        ? keep(new Letter(arrival, headers, body, genuine.signedAt()))
        : Receipt.UNAVAILABLE;
  }

  private Receipt keep(Letter letter) {
    UUID integration = letter.integration();
    Optional<UUID> id;
    try {
      id = database.ask(() -> desk.keep(letter), PATIENCE);
    } catch (DatabaseAwayException e) {
      return putBy(letter);
    } catch (NotFoundException e) {
      known.note(integration, Optional.empty());
      return Receipt.UNKNOWN_INTEGRATION;
    }
    if (id.isEmpty()) {
      tally.count(integration, Receipt.REPEATED);
      LOG.log(INFO, () -> "webhook repeated integration=" + integration);
      return Receipt.REPEATED;
    }
    tally.accepted(integration, letter.receivedAt());
    LOG.log(INFO, () -> "webhook accepted id=%s integration=%s".formatted(id.get(), integration));
    return Receipt.ACCEPTED;
  }

  /** It is counted as accepted when it is replayed: this node may die before. */
  private Receipt putBy(Letter letter) {
    if (!spool.add(letter.receivedAt(), Envelope.of(letter))) {
      return Receipt.UNAVAILABLE;
    }
    LOG.log(INFO, () -> "webhook spooled integration=" + letter.integration());
    return Receipt.SPOOLED;
  }
}
