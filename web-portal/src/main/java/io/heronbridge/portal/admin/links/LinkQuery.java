package io.heronbridge.portal.admin.links;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.heronbridge.integration.item.LinkFilter;
import io.heronbridge.portal.admin.Confirmation.Field;
import io.heronbridge.portal.page.Visit;
import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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

  /** Whether it leaves anything out. */
  public boolean isNarrow() {
    return !fields().isEmpty();
  }

  public List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    filter.status().ifPresent(value -> fields.add(new Field(STATUS, value)));
    filter.integrationId().ifPresent(id -> fields.add(new Field(INTEGRATION, id.toString())));
    filter.endUserId().ifPresent(value -> fields.add(new Field(END_USER, value)));
    filter.errorKind().ifPresent(value -> fields.add(new Field(KIND, value)));
    filter.failedBefore().ifPresent(at -> fields.add(new Field(BEFORE, at.toString())));
    filter.importId().ifPresent(id -> fields.add(new Field(IMPORT, id.toString())));
    filter.resendJobId().ifPresent(id -> fields.add(new Field(RESEND_JOB, id.toString())));
    return fields;
  }

  /** The list with this filter. */
  public String address() {
    return with("", "");
  }

  /** The page of the list that a cursor names. */
  public String page(String cursor) {
    return with("cursor", cursor);
  }

  private String with(String name, String value) {
    List<Field> fields = new ArrayList<>(fields());
    if (!name.isEmpty()) {
      fields.add(new Field(name, value));
    }
    String query =
        fields.stream()
            .map(field -> field.name() + "=" + URLEncoder.encode(field.value(), UTF_8))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? LIST : LIST + "?" + query;
  }
}
