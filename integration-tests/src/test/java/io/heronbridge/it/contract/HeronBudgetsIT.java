package io.heronbridge.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.it.support.Database;
import io.heronbridge.it.support.TestRun;
import io.heronbridge.persistence.database.Schema;
import io.heronbridge.persistence.integration.HeronBudgets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Heron's budget: what nobody waits for leaves half of the saved permits to what somebody does. */
class HeronBudgetsIT {
  /** A fiftieth of it, 10, may be saved up. */
  private static final int FIVE_HUNDRED = 500;

  /** Of which 2 may be saved up, and one flows in every 612 ms. */
  private static final int A_HUNDRED = 100;

  private static final double HALF = 0.5;
  private static HeronBudgets budgets;

  private final String name = UUID.randomUUID().toString();

  @BeforeAll
  static void migrate() {
    Database database = TestRun.current().postgres().create("budget_contract");
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(database.url());
    dataSource.setUser(database.username());
    Schema.migrate(dataSource);
    budgets = new HeronBudgets(dataSource);
  }

  private int taken(double reserve) throws SQLException {
    int taken = 0;
    while (taken < FIVE_HUNDRED && budgets.take(name, FIVE_HUNDRED, reserve).isEmpty()) {
      taken++;
    }
    return taken;
  }

  @Test
  void readingsLeaveHalfOfTheSavedPermitsToWhatSomebodyWaitsFor() throws SQLException {
    assertThat(taken(HALF)).isBetween(5, 7);
    assertThat(taken(0)).isBetween(5, 7);
  }

  @Test
  void whoMustLeaveAReserveIsToldToWaitUntilItIsThereAgain() throws SQLException {
    taken(0);

    Duration hurried = budgets.take(name, FIVE_HUNDRED).orElseThrow();
    Duration patient = budgets.take(name, FIVE_HUNDRED, HALF).orElseThrow();

    assertThat(hurried).isLessThan(Duration.ofMillis(200));
    assertThat(patient).isBetween(Duration.ofMillis(300), Duration.ofSeconds(1));
  }

  @Test
  void oneOfTheTwoPermitsOfASmallBudgetIsLeft() throws SQLException {
    assertThat(budgets.take(name, A_HUNDRED, HALF)).isEmpty();
    assertThat(budgets.take(name, A_HUNDRED, HALF)).isPresent();
    assertThat(budgets.take(name, A_HUNDRED)).isEmpty();
  }

  @Test
  void onePermitCanBeTakenInAdvanceAndIsMissedLater() throws SQLException {
    assertThat(budgets.take(name, 5, HALF)).isEmpty();
    assertThat(budgets.takeInAdvance(name, 5)).isEmpty();
    assertThat(budgets.takeInAdvance(name, 5)).isPresent();
    assertThat(budgets.take(name, 5).orElseThrow()).isGreaterThan(Duration.ofSeconds(20));
  }

  @Test
  void asManyPermitsAsThereAreAreTakenAtOnce() throws SQLException {
    assertThat(budgets.takeUpTo(64, name, FIVE_HUNDRED).permits()).isEqualTo(10);
    assertThat(budgets.takeUpTo(64, name, 0).permits()).isEqualTo(64);
  }

  @Test
  void whatWasNotNeededIsThereAgain() throws SQLException {
    budgets.takeUpTo(64, name, FIVE_HUNDRED);

    budgets.giveBack(name, 7);

    assertThat(budgets.takeUpTo(64, name, FIVE_HUNDRED).permits()).isBetween(7, 9);
  }

  @Test
  void callWithoutAPermitIsMissedLater() throws SQLException {
    budgets.takeUpTo(64, name, FIVE_HUNDRED);

    budgets.owe(name, 50);

    assertThat(budgets.takeUpTo(1, name, FIVE_HUNDRED).nextIn())
        .isGreaterThan(Duration.ofSeconds(5));
  }

  @Test
  void lowerLimitThatHeronTellsHolds() throws SQLException {
    budgets.heed(name, 60, 1, Duration.ofMinutes(1));

    assertThat(budgets.takeUpTo(64, name, FIVE_HUNDRED).permits()).isEqualTo(1);
    assertThat(budgets.takeUpTo(64, name, FIVE_HUNDRED).nextIn())
        .isBetween(Duration.ofMillis(800), Duration.ofMillis(1100));
  }

  @Test
  void higherLimitThatHeronTellsDoesNotRaiseOurs() throws SQLException {
    budgets.heed(name, 6000, 6000, Duration.ofMinutes(1));

    assertThat(budgets.takeUpTo(64, name, A_HUNDRED).permits()).isEqualTo(2);
  }

  @Test
  void smallBudgetThatSavesOnePermitIsReadWithAllTheSame() throws SQLException {
    assertThat(budgets.take(name, 5, HALF)).isEmpty();
    assertThat(budgets.take(name, 5, HALF)).isPresent();
  }

  @Test
  void blockHoldsEverybodyAlsoWithoutALimit() throws SQLException {
    budgets.block(name, Duration.ofMinutes(1));

    assertThat(budgets.take(name, A_HUNDRED)).isPresent();
    assertThat(budgets.take(name, A_HUNDRED, HALF)).isPresent();
    assertThat(budgets.takeInAdvance(name, A_HUNDRED)).isPresent();
    Optional<Duration> unlimited = budgets.take(name, 0, HALF);
    assertThat(unlimited.orElseThrow()).isGreaterThan(Duration.ofSeconds(50));
  }
}
