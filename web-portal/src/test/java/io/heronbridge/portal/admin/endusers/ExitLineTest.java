package io.heronbridge.portal.admin.endusers;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.integration.link.ExitView;
import io.heronbridge.persistence.session.ExitReport;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitLineTest {
  private static final UUID SESSION = UUID.fromString("0d9f7a52-93f1-4a0e-8a2e-61b1f6f0c111");

  private static ExitLine line(ExitReport.Fault fault, String status) {
    ExitReport report =
        new ExitReport(
            Optional.ofNullable(fault),
            Optional.empty(),
            Optional.ofNullable(status),
            Optional.empty(),
            Optional.empty(),
            Optional.of("ls-1"),
            Optional.empty());
    Instant at = Instant.parse("2026-11-22T10:00:00Z");
    return ExitLine.of(new ExitView(at, SESSION, "Acme", Optional.of("item-1"), report));
  }

  @ParameterizedTest
  @CsvSource({
    "ITEM_ERROR, INVALID_CREDENTIALS, The sign-in at the bank failed",
    "ITEM_ERROR, ITEM_LOCKED, The bank wants something from the end user",
    "INSTITUTION_ERROR, INSTITUTION_DOWN, Plaid or the bank did not answer",
    "OAUTH_ERROR, INCORRECT_LINK_TOKEN, The return from the bank did not fit this session",
    "INVALID_INPUT, INVALID_LINK_TOKEN, The link token had expired or was used up",
    "NEW_ERROR, SOMETHING_NEW, Plaid Link ended with an error"
  })
  void everyErrorHasACauseAndAdvice(String type, String code, String cause) {
    ExitLine line = line(new ExitReport.Fault(type, code, Optional.empty()), null);

    assertThat(line.cause()).isEqualTo(cause);
    assertThat(line.advice()).endsWith(".");
    assertThat(line.tone()).isEqualTo("warning");
  }

  @Test
  void whoLeavesByThemselvesIsNoTrouble() {
    ExitLine line = line(null, "requires_credentials");

    assertThat(line.cause()).isEqualTo("Closed the window at the bank's sign-in");
    assertThat(line.advice()).startsWith("Nothing is wrong");
    assertThat(line(null, "unheard_of").cause()).isEqualTo("Closed the window");
  }

  @Test
  void onlyIdsThatAreThereAreOffered() {
    assertThat(line(null, null).ids())
        .extracting(ExitLine.Id::name)
        .containsExactly("link_session_id", "item_id", "link session");
  }
}
