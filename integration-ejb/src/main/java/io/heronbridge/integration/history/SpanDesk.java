package io.heronbridge.integration.history;

import io.heronbridge.persistence.history.DeliverySpans;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;

/** Enters a minute into the history, all of it or nothing. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SpanDesk {
  @Inject DeliverySpans spans;

  public void enterLastMinute() {
    try {
      spans.enterLastMinute();
    } catch (SQLException e) {
      throw new IllegalStateException("the last minute is not in the history", e);
    }
  }
}
