package io.heronbridge.integration.outbox;

import io.heronbridge.integration.settings.Settings;
import io.heronbridge.persistence.lenderevent.LenderEvents;
import io.heronbridge.persistence.outbox.OutboxMessages;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Deletes the history of messages that is older than the configured retention. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class HistoryDesk {
  static final int MOST_AT_ONCE = 1000;

  @Inject OutboxMessages messages;
  @Inject LenderEvents events;
  @Inject Settings settings;
  @Inject Clock clock;

  /** Deletes some; tells how many. */
  public int forgetSome() {
    Instant end = clock.instant().minus(settings.historyRetention());
    return events.forgetBefore(end, MOST_AT_ONCE) + messages.forgetBefore(end, MOST_AT_ONCE);
  }
}
