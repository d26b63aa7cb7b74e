package io.heronbridge.portal.admin.outbox;

import io.heronbridge.integration.outbox.QueueBoard;
import io.heronbridge.integration.outbox.QueueView;
import java.time.Duration;
import java.util.Locale;

/**
 * A line for a queue.
 *
 * @param waiting how many messages
 * @param state when its first message is due, or what holds it
 */
public record QueueRow(QueueView queue, String title, String waiting, String state) {

  static QueueRow of(QueueView queue) {
    return new QueueRow(queue, title(queue.priority()), waiting(queue.waiting()), state(queue));
  }

  private static String title(String priority) {
    return switch (priority) {
      case "relay" -> "Webhooks";
      case "link" -> "Links";
      case "plaid" -> "Requests to Plaid";
      case "refresh" -> "Refreshes";
      case "bulk_link" -> "Links in bulk";
      case "bulk_plaid" -> "Requests to Plaid in bulk";
      case "lender" -> "Events to lenders' backends";
      default -> priority;
    };
  }

  private static String waiting(long waiting) {
    return waiting >= QueueBoard.MOST_COUNTED
        ? String.format(Locale.ENGLISH, "%,d+", QueueBoard.MOST_COUNTED)
        : String.format(Locale.ENGLISH, "%,d", waiting);
  }

  private static String state(QueueView queue) {
    if (queue.heldBy().isPresent()) {
      return "Waits: " + queue.heldBy().get();
    }
    Duration in = queue.dueIn();
    return in.isNegative() || in.isZero() ? "Being delivered" : "Next in " + Spans.words(in);
  }
}
