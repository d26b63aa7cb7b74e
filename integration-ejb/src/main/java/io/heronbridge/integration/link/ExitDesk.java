package io.heronbridge.integration.link;

import static java.lang.System.Logger.Level.INFO;

import io.heronbridge.persistence.item.Item;
import io.heronbridge.persistence.item.ItemId;
import io.heronbridge.persistence.item.Items;
import io.heronbridge.persistence.session.ExitReport;
import io.heronbridge.persistence.session.LinkExit;
import io.heronbridge.persistence.session.LinkExits;
import io.heronbridge.persistence.session.LinkSession;
import io.heronbridge.persistence.session.LinkSessions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Keeps how Plaid Link was left, for the operator. */
@Stateless
public class ExitDesk {
  private static final System.Logger LOG = System.getLogger(ExitDesk.class.getName());

  /** More than a person makes, and too few to fill a disk with. */
  private static final int MOST_PER_SESSION = 50;

  @Inject LinkSessions sessions;
  @Inject LinkExits exits;
  @Inject Items items;
  @Inject Clock clock;

  /**
   * @param updated the item in update mode
   */
  public void note(UUID sessionId, Optional<ItemId> updated, ExitReport report) {
    // Locked, so that the count below is true.
    Optional<LinkSession> session = sessions.findForChange(sessionId);
    if (session.isEmpty() || exits.countOf(session.get()) >= MOST_PER_SESSION) {
      return;
    }
    Item item = updated.flatMap(items::find).orElse(null);
    exits.add(new LinkExit(session.get(), item, report, clock.instant()));
    LOG.log(
        INFO,
        () ->
            "link left session=%s error_code=%s request_id=%s link_session_id=%s"
                .formatted(
                    sessionId,
                    report.errorCode().orElse("none"),
                    report.requestId().orElse("none"),
                    report.plaidSessionId().orElse("none")));
  }
}
