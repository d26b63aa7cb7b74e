package io.heronbridge.portal.api;

import io.heronbridge.integration.item.LinkFilter;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;

/** Which failed links are to be resent, as the API reads it. */
final class ResendForm {
  private static final int WORD = 100;
  private static final int ID = 200;

  private ResendForm() {}

  /**
   * @throws MalformedException naming every field that is wrong, missing or unknown
   */
  static LinkFilter read(Fields fields) {
    String status = fields.text("status", WORD);
    fields.checked("status", () -> requireFailed(status));
    LinkFilter filter =
        new LinkFilter(
            Optional.of(status),
            id(fields, "integration_id"),
            fields.optionalText("end_user_id", ID),
            fields.optionalText("error_kind", WORD),
            moment(fields, "failed_before"),
            id(fields, "import_id"),
            id(fields, "resend_job_id"));
    fields.finish();
    return filter;
  }

  private static String requireFailed(String status) {
    if (!status.isEmpty() && !"failed".equals(status)) {
      throw new IllegalArgumentException("must be failed");
    }
    return status;
  }

  private static Optional<UUID> id(Fields fields, String name) {
    Optional<String> text = fields.optionalText(name, ID);
    return fields.checked(name, () -> text.map(UUID::fromString).orElse(null));
  }

  private static Optional<Instant> moment(Fields fields, String name) {
    Optional<String> text = fields.optionalText(name, WORD);
    return fields.checked(name, () -> text.map(ResendForm::instant).orElse(null));
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("must be an RFC 3339 time in UTC", e);
    }
  }
}
