package io.heronbridge.portal.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.integration.item.ItemView;
import io.heronbridge.integration.item.LinkView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankLineTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private static BankLine line(String status) {
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
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            Optional.empty(),
            Optional.empty(),
            NOW);
    return BankLine.of(
        new ItemView(
            "item",
            UUID.randomUUID(),
            "Acme",
            "cust",
            new ItemView.Institution(Optional.empty(), Optional.empty(), List.of()),
            status,
            Optional.empty(),
            false,
            NOW,
            link,
            ItemView.Life.QUIET));
  }

  @ParameterizedTest
  @CsvSource({
    "active, connected, false",
    "login_required, needs-you, true",
    "pending_disconnect, ending, true",
    "revoked, withdrawn, false"
  })
  void offersReconnectWhereSigningInAgainHelps(String status, String state, boolean reconnect) {
    assertThat(line(status).state()).isEqualTo(state);
    assertThat(line(status).reconnect()).isEqualTo(reconnect);
  }

  @Test
  void namelessBankIsStillNamed() {
    assertThat(line("active").name().bank()).isEqualTo("Bank");
  }
}
