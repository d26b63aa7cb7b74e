package io.heronbridge.portal.admin.links;

import io.heronbridge.integration.item.LinkFilter;
import io.heronbridge.portal.page.Address;
import io.heronbridge.portal.page.Visit;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** A filter over links as it stands in an address or a form. */
public record LinkQuery(LinkFilter filter) {
  static final String LIST = "/admin/links";
  private static final String FAILED = "failed";
  private static final String STATUS = "status";
  private static final String INTEGRATION = "integration_id";
  private static final String END_USER = "end_user_id";
  private static final String KIND = "error_kind";
  private static final String BEFORE = "failed_before";
  private static final String IMPORT = "import_id";
  private static final String RESEND_JOB = "resend_job_id";

  static LinkQuery of(Visit visit) {
    return new LinkQuery(
        new LinkFilter(
            visit.text(STATUS),
            visit.id(INTEGRATION),
            visit.text(END_USER),
            visit.text(KIND),
            visit.text(BEFORE).flatMap(LinkQuery::moment),
            visit.id(IMPORT),
            visit.id(RESEND_JOB)));
  }

  private static Optional<Instant> moment(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** What resending all of it would touch: failed links only, and none that fails from now on. */
  LinkQuery forResend(Instant now) {
    return new LinkQuery(
        new LinkFilter(
            Optional.of(FAILED),
            filter.integrationId(),
            filter.endUserId(),
            filter.errorKind(),
            Optional.of(now),
            filter.importId(),
            filter.resendJobId()));
  }

  /** Whether failed links are among what it shows. */
  boolean showsFailed() {
    return filter.status().map(FAILED::equals).orElse(true);
  }

  /** The list with this filter. */
  public Address address() {
    return Address.of(LIST)
        .with(STATUS, filter.status())
        .with(INTEGRATION, filter.integrationId())
        .with(END_USER, filter.endUserId())
        .with(KIND, filter.errorKind())
        .with(BEFORE, filter.failedBefore())
        .with(IMPORT, filter.importId())
        .with(RESEND_JOB, filter.resendJobId());
  }
}
