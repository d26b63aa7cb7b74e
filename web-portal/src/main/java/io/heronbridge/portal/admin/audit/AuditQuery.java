package io.heronbridge.portal.admin.audit;

import io.heronbridge.integration.audit.AuditFilter;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.portal.page.Address;
import io.heronbridge.portal.page.Visit;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A filter over the audit trail as it stands in an address.
 *
 * @param from the first day, in UTC
 * @param to the last day, in UTC
 */
public record AuditQuery(
    Optional<String> actor,
    Optional<String> action,
    Optional<String> subject,
    Optional<LocalDate> from,
    Optional<LocalDate> to) {
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 9000;

  static AuditQuery of(Visit visit) {
    return new AuditQuery(
        visit.text("actor"),
        visit.text("action"),
        visit.text("subject"),
        visit.text("from").map(text -> day("from", text)),
        visit.text("to").map(text -> day("to", text)));
  }

  private static LocalDate day(String field, String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
        return day;
      }
    } catch (DateTimeException ignored) {
      // Told below.
    }
    throw new InvalidInputException(field, "is not a day, such as 2026-11-22");
  }

  AuditFilter filter() {
    return new AuditFilter(
        actor,
        action,
        subject,
        from.map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant()),
        to.map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
  }

  /** The list with this filter. */
  public Address address() {
    return Address.of("/admin/audit")
        .with("actor", actor)
        .with("action", action)
        .with("subject", subject)
        .with("from", from)
        .with("to", to);
  }
}
