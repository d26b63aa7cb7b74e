package io.heronbridge.persistence.item;

import static io.heronbridge.persistence.item.ItemEventKind.ACCOUNTS_CHOSEN;
import static io.heronbridge.persistence.item.ItemEventKind.FOUND_WELL;
import static io.heronbridge.persistence.item.ItemEventKind.LOGIN_REPAIRED;
import static io.heronbridge.persistence.item.ItemEventKind.LOGIN_REQUIRED;
import static io.heronbridge.persistence.item.ItemEventKind.NEW_ACCOUNTS;
import static io.heronbridge.persistence.item.ItemEventKind.PENDING_DISCONNECT;
import static io.heronbridge.persistence.item.ItemEventKind.REVOKED;
import static io.heronbridge.persistence.item.ItemEventKind.TROUBLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ItemHealthTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant DAY = START.plusSeconds(604_800);

  private static ItemEvent event(int second, ItemEventKind kind) {
    return event(second, Saying.of(kind, kind.name(), "words"));
  }

  private static ItemEvent event(int second, Saying saying) {
    return new ItemEvent(UUID.randomUUID(), saying, "test", START.plusSeconds(second));
  }

  private static ItemHealth after(ItemEventKind... kinds) {
    List<ItemEvent> events = new ArrayList<>();
    for (ItemEventKind kind : kinds) {
      events.add(event(events.size(), kind));
    }
    return ItemHealth.after(events);
  }

  @Test
  void itemOfWhichNothingWasSaidIsActive() {
    assertThat(after()).isEqualTo(new ItemHealth(ItemStatus.ACTIVE, null, null, null, false));
  }

  @Test
  void brokenLoginIsToldWithPlaidsCodeAndMendedByARepair() {
    assertThat(after(LOGIN_REQUIRED))
        .isEqualTo(
            new ItemHealth(ItemStatus.LOGIN_REQUIRED, "LOGIN_REQUIRED", "words", null, false));
    assertThat(after(LOGIN_REQUIRED, LOGIN_REPAIRED).status()).isEqualTo(ItemStatus.ACTIVE);
    assertThat(after(LOGIN_REQUIRED, LOGIN_REPAIRED).code()).isNull();
  }

  @Test
  void warningDoesNotHideABrokenLogin() {
    ItemHealth health =
        ItemHealth.after(
            List.of(
                event(0, LOGIN_REQUIRED),
                event(1, new Saying(PENDING_DISCONNECT, "PENDING_DISCONNECT", null, DAY))));

    assertThat(health.status()).isEqualTo(ItemStatus.LOGIN_REQUIRED);
    assertThat(health.disconnectsAt()).isEqualTo(DAY);
  }

  @Test
  void repairRenewsTheConsent() {
    ItemHealth health =
        ItemHealth.after(
            List.of(
                event(0, new Saying(PENDING_DISCONNECT, "PENDING_DISCONNECT", null, DAY)),
                event(1, LOGIN_REPAIRED)));

    assertThat(health.status()).isEqualTo(ItemStatus.ACTIVE);
    assertThat(health.disconnectsAt()).isNull();
  }

  @Test
  void readingThatFindsNothingWrongLeavesAWarningWhoseDayIsToCome() {
    ItemEvent warning = event(0, new Saying(PENDING_DISCONNECT, "PENDING_DISCONNECT", null, DAY));

    assertThat(ItemHealth.after(List.of(warning, event(1, FOUND_WELL))).status())
        .isEqualTo(ItemStatus.PENDING_DISCONNECT);
    assertThat(ItemHealth.after(List.of(warning, event(700_000, FOUND_WELL))).status())
        .isEqualTo(ItemStatus.ACTIVE);
  }

  @Test
  void readingThatFindsNothingWrongLeavesAWarningWithoutADay() {
    assertThat(after(PENDING_DISCONNECT, FOUND_WELL).status())
        .isEqualTo(ItemStatus.PENDING_DISCONNECT);
  }

  @Test
  void readingLiftsABrokenLoginButNotTheWarningBehindIt() {
    assertThat(after(LOGIN_REQUIRED, FOUND_WELL).status()).isEqualTo(ItemStatus.ACTIVE);

    ItemHealth health =
        ItemHealth.after(
            List.of(
                event(0, new Saying(PENDING_DISCONNECT, "PENDING_DISCONNECT", null, DAY)),
                event(1, LOGIN_REQUIRED),
                event(2, FOUND_WELL)));

    assertThat(health.status()).isEqualTo(ItemStatus.PENDING_DISCONNECT);
  }

  @Test
  void revokedItemIsNotMadeBetterByLesserTrouble() {
    assertThat(after(REVOKED, LOGIN_REQUIRED).status()).isEqualTo(ItemStatus.REVOKED);
    assertThat(after(REVOKED, PENDING_DISCONNECT).status()).isEqualTo(ItemStatus.REVOKED);
    assertThat(after(REVOKED, FOUND_WELL).status()).isEqualTo(ItemStatus.ACTIVE);
  }

  @Test
  void newAccountsStayOfferedUntilTheyAreChosen() {
    assertThat(after(NEW_ACCOUNTS).newAccounts()).isTrue();
    assertThat(after(NEW_ACCOUNTS, LOGIN_REQUIRED, LOGIN_REPAIRED).newAccounts()).isTrue();
    assertThat(after(NEW_ACCOUNTS, ACCOUNTS_CHOSEN).newAccounts()).isFalse();
  }

  @Test
  void troubleThatTheEndUserCannotMendChangesNothing() {
    assertThat(after(TROUBLE)).isEqualTo(after());
  }
}
