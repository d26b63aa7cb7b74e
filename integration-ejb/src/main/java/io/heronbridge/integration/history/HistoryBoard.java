package io.heronbridge.integration.history;

import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.history.DeliverySpans;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;

/** The history of deliveries, to look at. */
@Stateless
@RolesAllowed(Role.Names.VIEWER)
public class HistoryBoard {
  @Inject DeliverySpans spans;
  @Inject Clock clock;

  public History history(Range range) {
    Instant now = clock.instant();
    Instant begin = range.first(range.length().beginOf(now)).minus(range.span());
    try {
      return History.of(range, spans.since(range.length(), begin), now);
    } catch (SQLException e) {
      throw new IllegalStateException("the history cannot be read", e);
    }
  }
}
