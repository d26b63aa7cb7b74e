package io.heronbridge.portal.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.persistence.session.ExitReport;
import io.heronbridge.portal.page.Texts;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExitWordsTest {
  private static final Texts ENGLISH = Texts.in(Locale.ENGLISH);
  private static final Optional<String> NEW_BANK = Optional.empty();

  private static ExitReport failed(String type, String code, String displayMessage) {
    return new ExitReport(
        Optional.of(new ExitReport.Fault(type, code, Optional.of("internal words"))),
        Optional.ofNullable(displayMessage),
        Optional.empty(),
        Optional.empty(),
        Optional.of("Tartan Bank"),
        Optional.empty(),
        Optional.empty());
  }

  private static ExitReport left(String status, String bank) {
    return new ExitReport(
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(status),
        Optional.empty(),
        Optional.ofNullable(bank),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void plaidsOwnWordsForTheEndUserComeFirst() {
    ExitReport report = failed("ITEM_ERROR", "INVALID_CREDENTIALS", "Wrong password, sorry");

    assertThat(ExitWords.of(report, NEW_BANK, ENGLISH).text())
        .isEqualTo("Wrong password, sorry. Nothing was shared. You can press the button again.");
    assertThat(ExitWords.of(report, NEW_BANK, ENGLISH).calm()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "INVALID_CREDENTIALS, Tartan Bank did not accept the sign-in details.",
    "ITEM_LOCKED, Tartan Bank has locked your online access.",
    "INSTITUTION_DOWN, Tartan Bank does not answer just now.",
    "INVALID_LINK_TOKEN, The secure window was open for too long.",
    "SOMETHING_NEW, Tartan Bank could not be connected this time."
  })
  void codesWithoutWordsAreToldInOurs(String code, String words) {
    assertThat(ExitWords.of(failed("ITEM_ERROR", code, null), NEW_BANK, ENGLISH).text())
        .startsWith(words);
  }

  @Test
  void plaidsCodesAndMessagesForProgramsAreNotShown() {
    String words =
        ExitWords.of(failed("ITEM_ERROR", "SOMETHING_NEW", null), NEW_BANK, ENGLISH).text();

    assertThat(words).doesNotContain("SOMETHING_NEW", "internal words");
  }

  @Test
  void returnThatDoesNotFitIsExplained() {
    assertThat(
            ExitWords.of(failed("OAUTH_ERROR", "INCORRECT_LINK_TOKEN", null), NEW_BANK, ENGLISH)
                .text())
        .contains("another window");
    assertThat(
            ExitWords.of(
                    failed("OAUTH_ERROR", "OAUTH_STATE_ID_ALREADY_PROCESSED", null),
                    NEW_BANK,
                    ENGLISH)
                .text())
        .contains("reloaded");
  }

  @Test
  void closingTheWindowIsNoFailure() {
    ExitWords words = ExitWords.of(left("requires_credentials", "Tartan Bank"), NEW_BANK, ENGLISH);

    assertThat(words.calm()).isTrue();
    assertThat(words.text()).isEqualTo("Tartan Bank was not connected. Nothing was shared.");
    assertThat(ExitWords.of(left(null, null), NEW_BANK, ENGLISH).text())
        .isEqualTo("No bank was connected. Nothing was shared.");
  }

  @Test
  void whoWasReconnectingIsNotToldThatNothingWasShared() {
    Optional<String> updated = Optional.of("Tartan Bank");

    assertThat(ExitWords.of(left(null, null), updated, ENGLISH).text())
        .isEqualTo("You closed the window, so nothing has changed at Tartan Bank.");
    assertThat(ExitWords.of(failed("ITEM_ERROR", "INVALID_MFA", null), updated, ENGLISH).text())
        .doesNotContain("Nothing was shared");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "institution_not_found",
        "institution_not_supported",
        "requires_code",
        "unheard_of"
      })
  void noStatusLeaksIntoTheWords(String status) {
    String words = ExitWords.of(left(status, null), NEW_BANK, ENGLISH).text();

    assertThat(words).doesNotContain("_").endsWith(".");
    assertThat(words.toLowerCase()).doesNotContain("item", "token", "webhook");
  }
}
