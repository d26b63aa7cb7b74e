package io.heronbridge.integration.overview;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.outbox.NodeId;
import io.heronbridge.integration.outbox.QueueBoard;
import io.heronbridge.integration.outbox.SelfCheck;
import io.heronbridge.integration.overview.Overview.IntegrationState;
import io.heronbridge.integration.overview.Overview.NodeState;
import io.heronbridge.integration.overview.Overview.Waiting;
import io.heronbridge.integration.spool.ExchangeSpool;
import io.heronbridge.integration.spool.WebhookSpool;
import io.heronbridge.integration.words.Words;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.outbox.WaitingMessage;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Puts together what the overview shows. */
@Stateless
@RolesAllowed({Role.Names.VIEWER, Role.Names.API_READ})
public class OverviewDesk {
  @Inject OverviewCounts counts;
  @Inject IntegrationStates states;
  @Inject QueueBoard queues;
  @Inject SelfCheck selfCheck;
  @Inject WebhookSpool webhookSpool;
  @Inject ExchangeSpool exchangeSpool;
  @Inject NodeId node;

  public Overview overview(Caller caller) {
    List<IntegrationState> integrations = states.all(caller);
    return new Overview(
        counts.failedLinks(),
        counts.banksNeedingTheirUser(),
        counts.lostExchanges(),
        counts.drifting(),
        counts.missedWebhooks(),
        counts.failedEvents(),
        queues.oldest().map(this::waiting),
        lastLinked(integrations),
        integrations,
        nodeState());
  }

  private Waiting waiting(WaitingMessage message) {
    return new Waiting(
        Words.of(message.kind()),
        message.subject(),
        message.createdAt(),
        queues.waitingFor(message.kind(), message.subject()),
        message.nextAttemptAt());
  }

  private static Optional<Instant> lastLinked(List<IntegrationState> integrations) {
    return integrations.stream()
        .flatMap(integration -> integration.lastLinkedAt().stream())
        .max(Comparator.naturalOrder());
  }

  private NodeState nodeState() {
    SelfCheck.Finding unclaimed = selfCheck.unclaimed();
    return new NodeState(
        node.value(),
        webhookSpool.aside() + exchangeSpool.aside(),
        unclaimed.isWell() ? 0 : unclaimed.value());
  }
}
