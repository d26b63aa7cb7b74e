package io.heronbridge.portal.admin.links;

import io.heronbridge.integration.item.LinkView;
import io.heronbridge.portal.admin.Words;
import io.heronbridge.portal.page.CsvTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A link as a line of a list.
 *
 * @param reason why it stands where it stands, in a few words; empty when all is well
 * @param resendable whether a person may have it tried again
 */
public record LinkRow(LinkView link, String reason, boolean resendable) {
  /** Links as a file. */
  static final CsvTable<LinkView> TABLE =
      new CsvTable<LinkView>()
          .column("id", LinkView::id)
          .column("status", LinkView::status)
          .column("end_user_id", LinkView::endUserId)
          .column("item_id", LinkView::itemId)
          .column("institution", LinkView::institutionName)
          .column("integration_id", LinkView::integrationId)
          .column("integration", LinkView::integrationName)
          .column("attempts", LinkView::attempts)
          .column("next_attempt_at", LinkView::nextAttemptAt)
          .column("why", LinkRow::reason)
          .column("error_kind", link -> link.lastError().map(LinkView.Failure::kind))
          .column("http_status", link -> link.lastError().flatMap(LinkView.Failure::httpStatus))
          .column("heron_status", link -> link.heron().status())
          .column("created_at", LinkView::createdAt)
          .column("linked_at", LinkView::linkedAt);

  /** A kind of failure to filter by. */
  public record Kind(String value, String words) {
    private static final List<String> KNOWN =
        List.of("http_status", "timeout", "connection", "garbled", "abandoned");

    /** All kinds, with the chosen one among them. */
    public static List<Kind> all(Optional<String> chosen) {
      Stream<String> other = chosen.filter(kind -> !KNOWN.contains(kind)).stream();
      return Stream.concat(KNOWN.stream(), other)
          .map(kind -> new Kind(kind, capital(Words.cause(kind, Optional.empty()))))
          .toList();
    }
  }

  /** The line for a link. */
  public static LinkRow of(LinkView link) {
    boolean resendable = "failed".equals(link.status()) || "pending".equals(link.status());
    return new LinkRow(link, reason(link), resendable);
  }

  private static String reason(LinkView link) {
    if ("linked".equals(link.status()) || "cancelled".equals(link.status())) {
      return "";
    }
    if (link.waitingFor().isPresent()) {
      return "Waits: " + link.waitingFor().get();
    }
    return link.lastError().map(LinkRow::failure).orElse("");
  }

  private static String failure(LinkView.Failure error) {
    String cause = capital(Words.cause(error.kind(), error.httpStatus()));
    String said = error.message().replaceFirst("^Heron answered \\d{3}[:.]? ?", "");
    return said.isBlank() ? cause : cause + ": " + said;
  }

  private static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
