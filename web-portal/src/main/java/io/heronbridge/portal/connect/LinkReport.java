package io.heronbridge.portal.connect;

import io.heronbridge.persistence.session.ExitReport;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;

/** Reads what Plaid Link's {@code onExit} told the page; what cannot be read is passed over. */
final class LinkReport {
  private static final int WORD = 100;
  private static final int SENTENCE = 300;

  private LinkReport() {}

  static ExitReport in(JsonObject body) {
    JsonObject error = object(body, "error");
    JsonObject metadata = object(body, "metadata");
    JsonObject institution = object(metadata, "institution");
    return new ExitReport(
        fault(error),
        ForeignText.in(error, "display_message", SENTENCE),
        ForeignText.in(metadata, "status", WORD),
        ForeignText.in(institution, "institution_id", WORD),
        ForeignText.in(institution, "name", WORD),
        ForeignText.in(metadata, "link_session_id", WORD),
        ForeignText.in(metadata, "request_id", WORD));
  }

  private static Optional<ExitReport.Fault> fault(JsonObject error) {
    return ForeignText.in(error, "error_code", WORD)
        .map(
            code ->
                new ExitReport.Fault(
                    ForeignText.in(error, "error_type", WORD).orElse(""),
                    code,
                    ForeignText.in(error, "error_message", SENTENCE)));
  }

  private static JsonObject object(JsonObject parent, String name) {
    return parent.get(name) instanceof JsonObject found ? found : JsonValue.EMPTY_JSON_OBJECT;
  }
}
