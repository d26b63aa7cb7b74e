package io.heronbridge.portal.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.integration.item.ItemView;
import io.heronbridge.integration.item.LinkView;
import io.heronbridge.portal.page.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankLineTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private static BankLine line(String status) {
    return line(status, false);
  }

  private static BankLine line(String status, boolean newAccounts) {
    LinkView link =
        new LinkView(
            UUID.randomUUID(),
            "item",
            UUID.randomUUID(),
            "Acme",
            "cust",
            Optional.empty(),
            "linked",
            1,
            Optional.empty(),
            Optional.empty(),
            new LinkView.Heron(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
            Optional.empty(),
            Optional.empty(),
            NOW,
            new LinkView.Reading(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false));
    return BankLine.of(
        new ItemView(
            "item",
            UUID.randomUUID(),
            "Acme",
            "cust",
            new ItemView.Institution(Optional.empty(), Optional.empty(), List.of()),
            status,
            Optional.empty(),
            newAccounts,
            NOW,
            link,
            new ItemView.Life(
                Optional.empty(),
                Optional.of(NOW).filter(now -> status.equals("leaving")),
                Optional.empty(),
                Optional.empty())),
        Texts.in(Locale.ENGLISH));
  }

  @ParameterizedTest
  @CsvSource({
    "active, connected, false",
    "login_required, needs-you, true",
    "pending_disconnect, ending, true",
    "revoked, withdrawn, false",
    "leaving, leaving, false"
  })
  void offersReconnectWhereSigningInAgainHelps(String status, String state, boolean reconnect) {
    assertThat(line(status).state()).isEqualTo(state);
    assertThat(line(status).reconnect()).isEqualTo(reconnect);
  }

  @Test
  void newAccountsAreOfferedOnceTheLoginWorks() {
    assertThat(line("active", true).choose()).isTrue();
    assertThat(line("login_required", true).choose()).isFalse();
    assertThat(line("login_required", true).reconnect()).isTrue();
    assertThat(line("active", false).choose()).isFalse();
  }

  @Test
  void bankWhosePermissionIsGoneMustBeConnectedAnew() {
    assertThat(line("revoked").anew()).isTrue();
    assertThat(line("revoked").reconnect()).isFalse();
    assertThat(line("login_required").anew()).isFalse();
  }

  @Test
  void namelessBankIsStillNamed() {
    assertThat(line("active").name().bank()).isEqualTo("Bank");
  }
}
