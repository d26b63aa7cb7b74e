package io.heronbridge.integration.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Instant DAY = Instant.parse("2026-11-29T23:30:00Z");

  private static ItemView item(String status, String linkStatus, String heron, ItemView.Life life) {
    LinkView link =
        new LinkView(
            UUID.randomUUID(),
            "item",
            UUID.randomUUID(),
            "Acme",
            "cust",
            Optional.empty(),
            linkStatus,
            1,
            Optional.empty(),
            Optional.empty(),
            new LinkView.Heron(
                Optional.of(heron), Optional.empty(), Optional.empty(), Optional.empty()),
            Optional.empty(),
            Optional.empty(),
            NOW,
            new LinkView.Reading(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false));
    return new ItemView(
        "item",
        UUID.randomUUID(),
        "Acme",
        "cust",
        new ItemView.Institution(Optional.empty(), Optional.empty(), List.of()),
        status,
        Optional.empty(),
        status.equals("active"),
        NOW,
        link,
        life);
  }

  private static ItemView.Life life(Instant disconnectsAt, Instant removalRequestedAt) {
    return new ItemView.Life(
        Optional.ofNullable(disconnectsAt),
        Optional.ofNullable(removalRequestedAt),
        Optional.empty(),
        Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "removed, cancelled, active, Disconnected, false",
    "login_required, linked, erroring, Needs its user, true",
    "revoked, linked, active, Permission withdrawn, true",
    "pending_disconnect, linked, active, Ends soon, true",
    "active, failed, active, Heron does not have it, false",
    "active, pending, active, On its way to Heron, false",
    "active, linked, erroring, Heron: erroring, true",
    "active, linked, sync_disabled, Heron: sync disabled, true",
    "active, linked, active, 'Connected, with new accounts', true"
  })
  void saysWhatWeighsMost(
      String status, String link, String heron, String title, boolean somethingToDo) {
    Standing standing = item(status, link, heron, ItemView.Life.QUIET).standing();

    assertThat(standing.title()).isEqualTo(title);
    assertThat(standing.meaning()).endsWith(".");
    assertThat(standing.advice().isPresent()).isEqualTo(somethingToDo);
  }

  @Test
  void dayOfTheEndIsNamed() {
    Standing standing = item("pending_disconnect", "linked", "active", life(DAY, null)).standing();

    assertThat(standing.title()).isEqualTo("Ends on 29 Nov 2026");
    assertThat(standing.meaning()).contains("on 29 Nov 2026 unless");
  }

  @Test
  void whatIsBeingDisconnectedNeedsNobody() {
    Standing standing = item("login_required", "linked", "active", life(null, NOW)).standing();

    assertThat(standing.title()).isEqualTo("Disconnecting");
    assertThat(standing.advice()).isEmpty();
  }
}
