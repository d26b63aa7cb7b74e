package io.heronbridge.integration.outbox;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.words.Words;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.integration.Integration;
import io.heronbridge.persistence.integration.Integrations;
import io.heronbridge.persistence.outbox.MessageKind;
import io.heronbridge.persistence.outbox.OutboxMessage;
import io.heronbridge.persistence.outbox.OutboxMessages;
import io.heronbridge.persistence.outbox.OutboxQueues;
import io.heronbridge.persistence.outbox.QueueHead;
import io.heronbridge.persistence.outbox.WaitingMessage;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is still to be delivered, and what it waits for. */
@Stateless
@RolesAllowed({Role.Names.VIEWER, Role.Names.API_READ})
public class QueueBoard {
  /** Counting stops here: beyond it, the exact number helps nobody. */
  public static final int MOST_COUNTED = 10_000;

  /** Of each queue, to find the oldest message: what is due after these is seldom older. */
  private static final int MOST_COMPARED = 1000;

  @Inject OutboxQueues outbox;
  @Inject OutboxMessages messages;
  @Inject Integrations integrations;
  @Inject Holds holds;
  @Inject Clock clock;

  /** Every queue that has messages, the most urgent first. */
  public List<QueueView> queues(Caller caller) {
    Map<UUID, Integration> known =
        integrations.all().stream()
            .filter(integration -> caller.mayUse(integration.id()))
            .collect(Collectors.toMap(Integration::id, Function.identity()));
    List<QueueView> views = new ArrayList<>();
    try {
      for (QueueHead head : outbox.heads()) {
        Integration integration = known.get(head.queue().integration());
        if (integration != null) {
          views.add(view(head, integration));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the queues cannot be read", e);
    }
    return views;
  }

  private QueueView view(QueueHead head, Integration integration) throws SQLException {
    boolean isDue = head.dueIn().isNegative();
    return new QueueView(
        Words.of(head.queue().priority()),
        integration.id(),
        integration.name(),
        outbox.count(head.queue(), MOST_COUNTED),
        head.dueIn(),
        isDue ? holds.on(head) : Optional.empty());
  }

  /** The message that waits longest, whosever it is; empty when nothing waits. */
  public Optional<WaitingMessage> oldest() {
    try {
      return outbox.oldest(MOST_COMPARED);
    } catch (SQLException e) {
      throw new IllegalStateException("the queues cannot be read", e);
    }
  }

  /** For what a message waits; empty when it has left, is under way, or is simply not due yet. */
  public Optional<String> waitingFor(MessageKind kind, UUID subject) {
    return messages.stillAbout(kind, subject).flatMap(this::waitingFor);
  }

  private Optional<String> waitingFor(OutboxMessage message) {
    if (message.waitingFor().isPresent() || message.dueAt().isAfter(clock.instant())) {
      return message.waitingFor();
    }
    try {
      for (QueueHead head : outbox.heads()) {
        Optional<String> hold =
            head.queue().equals(message.queue()) ? holds.on(head) : Optional.empty();
        if (hold.isPresent()) {
          return hold;
        }
      }
      return messages.isBehindInItsLane(message)
          ? Optional.of("an earlier webhook of the same bank goes first")
          : Optional.empty();
    } catch (SQLException e) {
      throw new IllegalStateException("the queues cannot be read", e);
    }
  }
}
