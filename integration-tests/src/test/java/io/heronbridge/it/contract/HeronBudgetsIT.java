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
  /** A tenth of it, 10, may be saved up; so slowly that none flows in during a test. */
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
    while (taken < A_HUNDRED && budgets.take(name, A_HUNDRED, reserve).isEmpty()) {
      taken++;
    }
    return taken;
  }

  @Test
  void readingsLeaveHalfOfTheSavedPermitsToWhatSomebodyWaitsFor() throws SQLException {
    assertThat(taken(HALF)).isBetween(5, 6);
    assertThat(taken(0)).isBetween(5, 6);
  }

  @Test
  void whoMustLeaveAReserveIsToldToWaitUntilItIsThereAgain() throws SQLException {
    taken(0);

    Duration hurried = budgets.take(name, A_HUNDRED).orElseThrow();
    Duration patient = budgets.take(name, A_HUNDRED, HALF).orElseThrow();

    assertThat(hurried).isLessThan(Duration.ofSeconds(1));
    assertThat(patient).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(5));
  }

  @Test
  void oneOfTheTwoPermitsOfASmallBudgetIsLeft() throws SQLException {
    assertThat(budgets.take(name, 20, HALF)).isEmpty();
    assertThat(budgets.take(name, 20, HALF)).isPresent();
    assertThat(budgets.take(name, 20)).isEmpty();
  }

  @Test
  void onePermitCanBeTakenInAdvanceAndIsMissedLater() throws SQLException {
    assertThat(budgets.take(name, 5, HALF)).isEmpty();
    assertThat(budgets.takeInAdvance(name, 5)).isEmpty();
    assertThat(budgets.takeInAdvance(name, 5)).isPresent();
    assertThat(budgets.take(name, 5).orElseThrow()).isGreaterThan(Duration.ofSeconds(25));
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
