package io.heronbridge.portal.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.persistence.session.ExitReport;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkReportTest {

  private static JsonObject json(String text) {
    return Json.createReader(new StringReader(text)).readObject();
  }

  private static ExitReport report(String text) {
    return LinkReport.in(json(text));
  }

  @Test
  void everythingPlaidTellsIsRead() {
    ExitReport report =
        report(
            """
            {"error": {"error_type": "ITEM_ERROR", "error_code": "ITEM_LOCKED",
                       "error_message": "locked", "display_message": "Call your bank"},
             "metadata": {"status": "requires_code", "link_session_id": "ls-1", "request_id": "rq-1",
                          "institution": {"institution_id": "ins_1", "name": "Tartan Bank"}}}""");

    assertThat(report.fault().orElseThrow().type()).isEqualTo("ITEM_ERROR");
    assertThat(report.errorCode()).contains("ITEM_LOCKED");
    assertThat(report.fault().orElseThrow().message()).contains("locked");
    assertThat(report.displayMessage()).contains("Call your bank");
    assertThat(report.status()).contains("requires_code");
    assertThat(report.institutionName()).contains("Tartan Bank");
    assertThat(report.plaidSessionId()).contains("ls-1");
    assertThat(report.requestId()).contains("rq-1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"error\": null, \"metadata\": null}",
        "{\"error\": 7, \"metadata\": []}",
        "{\"error\": {\"error_code\": {}}, \"metadata\": {\"institution\": \"x\", \"status\": 1}}",
        "{\"error\": {\"error_code\": \"  \\u0000\\u202e \"}}"
      })
  void whatCannotBeReadIsPassedOver(String text) {
    assertThat(report(text)).isEqualTo(report("{}"));
  }

  @Test
  void textIsOneLineWithoutHiddenCharacters() {
    ExitReport report =
        report(
            "{\"error\": {\"display_message\":"
                + " \"a\\u0000b\\u202Ec\\u2066d\\r\\n\\te\\uD800f<b>g</b>\"}}");

    assertThat(report.displayMessage()).contains("a b c d e f<b>g</b>");
  }

  @Test
  void textIsCut() {
    ExitReport report =
        report("{\"error\": {\"display_message\": \"%s\"}}".formatted("é".repeat(60_000)));

    assertThat(report.displayMessage().orElseThrow()).hasSize(301).endsWith("…");
  }

  @Test
  void tokensAreTakenOut() {
    ExitReport report =
        report(
            "{\"error\": {\"error_code\": \"X\", \"error_message\":"
                + " \"link-sandbox-0f1e2d3c-aaaa-bbbb-cccc-123456789012 is invalid\"}}");

    assertThat(report.fault().orElseThrow().message()).contains("link-sandbox-(hidden) is invalid");
  }
}
