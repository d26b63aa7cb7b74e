package io.heronbridge.integration.outbox;

import io.heronbridge.integration.trace.CurrentTrace;
import io.heronbridge.integration.trace.TraceContext;
import io.heronbridge.persistence.outbox.Comeback;
import io.heronbridge.persistence.outbox.FinishedMessage;
import io.heronbridge.persistence.outbox.MessageKind;
import io.heronbridge.persistence.outbox.MessageState;
import io.heronbridge.persistence.outbox.OutboxMessage;
import io.heronbridge.persistence.outbox.OutboxMessages;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The door to the outbox. Everything here happens in the caller's transaction and never outside
 * one: a rollback leaves nothing, a commit wakes the dispatchers.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Outbox {
  private static final Duration GATHERING = Duration.ofSeconds(2);

  @Inject OutboxMessages messages;
  @Inject WakeUp wakeUp;
  @Inject Clock clock;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transactions;

  /** The name of an item's lane within an integration. */
  public static String lane(UUID integration, String itemId) {
    return integration + "/" + itemId;
  }

  /** Promises work; the returned message may still be given a lane or be held. */
  public OutboxMessage append(MessageKind kind, UUID subject, UUID integration) {
    OutboxMessage message = new OutboxMessage(kind, subject, integration, clock.instant());
    cause().ifPresent(message::causedBy);
    messages.add(message);
    wakeAfterCommit();
    return message;
  }

  private static Optional<String> cause() {
    return CurrentTrace.get().map(TraceContext::traceparent);
  }

  /** Promises work that may have been promised before: many wishes for it become one. */
  public OutboxMessage wish(MessageKind kind, UUID subject, UUID integration) {
    wakeAfterCommit();
    return messages
        .about(kind, subject)
        .or(() -> comeBack(kind, List.of(subject), Comeback.AGAIN).stream().findFirst())
        .or(() -> messages.about(kind, subject))
        .orElseGet(() -> append(kind, subject, integration));
  }

  /**
   * Promises work that more wishes are likely to come for in a moment: those become one.
   *
   * @param why what is waited for meanwhile, for people
   */
  public void gather(MessageKind kind, UUID subject, UUID integration, String why) {
    if (messages.about(kind, subject).isEmpty()) {
      wish(kind, subject, integration).holdUntil(clock.instant().plus(GATHERING), why);
    }
  }

  /**
   * A person wants these messages tried now. Comes before the subjects are locked, as everywhere.
   */
  public void resend(MessageKind kind, Collection<UUID> subjects) {
    messages.about(kind, subjects).forEach(this::hurry);
    comeBack(kind, subjects, Comeback.RESEND);
    wakeAfterCommit();
  }

  private void hurry(OutboxMessage waiting) {
    waiting.resend(clock.instant());
    cause().ifPresent(waiting::causedBy);
  }

  private List<OutboxMessage> comeBack(MessageKind kind, Collection<UUID> subjects, Comeback why) {
    return messages.finishedAbout(kind, subjects).stream()
        .filter(why::isOpenTo)
        .map(finished -> messages.bringBack(finished, why, clock.instant(), cause()))
        .toList();
  }

  /**
   * Messages that were given up are tried once more when nobody waits for anything else; tells what
   * those are about. Comes before the subjects are locked, as everywhere.
   */
  public List<UUID> resendInBulk(MessageKind kind, Collection<UUID> subjects) {
    List<OutboxMessage> back = comeBack(kind, subjects, Comeback.RESEND);
    back.forEach(OutboxMessage::giveWay);
    wakeAfterCommit();
    return back.stream().map(OutboxMessage::subject).toList();
  }

  /** Whether a node is at it. Comes before the subject is locked, as everywhere. */
  public boolean isUnderWay(MessageKind kind, UUID subject) {
    return messages.about(kind, List.of(subject)).stream()
        .anyMatch(message -> message.state() == MessageState.LEASED);
  }

  /** The work has become pointless. */
  public void cancel(MessageKind kind, UUID subject) {
    cancel(messages.about(kind, List.of(subject)));
    messages.finishedAbout(kind, List.of(subject)).forEach(FinishedMessage::cancel);
  }

  private void cancel(List<OutboxMessage> pointless) {
    pointless.forEach(OutboxMessage::cancel);
    messages.leave(pointless);
  }

  /** The lane's waiting messages have become pointless; tells what they were about. */
  public List<UUID> cancelWaitingIn(String lane) {
    List<OutboxMessage> waiting = messages.waitingIn(lane);
    cancel(waiting);
    return waiting.stream().map(OutboxMessage::subject).toList();
  }

  /** What the lane's messages waited for has happened. */
  public void letGo(String lane) {
    messages.waitingIn(lane).forEach(message -> message.letGo(clock.instant()));
    wakeAfterCommit();
  }

  /** Something has changed that makes waiting messages due. */
  public void wakeAfterCommit() {
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            // Only the commit matters.
          }

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              wakeUp.everywhere();
            }
          }
        });
  }
}
