package io.heronbridge.integration.chunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChunkRoundsTest {
  private final UUID first = UUID.randomUUID();
  private final UUID second = UUID.randomUUID();
  private final FakeJobs jobs = new FakeJobs();
  private final ChunkRounds rounds = new ChunkRounds("job", jobs);

  /** Jobs with so many chunks left; each job in {@link #broken} fails instead. */
  private static final class FakeJobs implements ChunkRounds.Jobs {
    private final Map<UUID, Integer> left = new LinkedHashMap<>();
    private final Map<UUID, Error> errors = new LinkedHashMap<>();
    private final Map<UUID, RuntimeException> broken = new LinkedHashMap<>();
    private final List<UUID> worked = new ArrayList<>();
    private final List<UUID> givenUp = new ArrayList<>();
    private int tidied;

    @Override
    public void tidy() {
      tidied++;
    }

    @Override
    public List<UUID> running() {
      return List.copyOf(left.keySet());
    }

    @Override
    public boolean work(UUID job) {
      if (errors.containsKey(job)) {
        throw errors.get(job);
      }
      if (broken.containsKey(job)) {
        throw broken.get(job);
      }
      worked.add(job);
      left.computeIfPresent(job, (id, chunks) -> chunks == 1 ? null : chunks - 1);
      return true;
    }

    @Override
    public void giveUp(UUID job) {
      givenUp.add(job);
      left.remove(job);
    }
  }

  @Test
  void jobsTakeTurnsUntilNothingIsLeft() {
    jobs.left.put(first, 3);
    jobs.left.put(second, 2);

    rounds.round();

    assertThat(jobs.worked).containsExactly(first, second, first, second, first);
    assertThat(jobs.tidied).isEqualTo(1);
  }

  @Test
  void chunkThatFailsRoundAfterRoundIsGivenUpAndStopsNoOther() {
    jobs.left.put(first, 1);
    jobs.left.put(second, 1);
    jobs.broken.put(first, new IllegalStateException("no good"));

    for (int i = 0; i < ChunkRounds.MOST_FAILURES; i++) {
      assertThat(jobs.givenUp).isEmpty();
      rounds.round();
    }

    assertThat(jobs.worked).containsExactly(second);
    assertThat(jobs.givenUp).containsExactly(first);
  }

  @Test
  void databaseThatIsAwayCountsAgainstNobody() {
    jobs.left.put(first, 1);
    jobs.broken.put(first, new IllegalStateException(new SQLException("gone", "08006")));

    for (int i = 0; i < 2 * ChunkRounds.MOST_FAILURES; i++) {
      assertThatThrownBy(rounds::round).hasRootCauseInstanceOf(SQLException.class);
    }
    jobs.broken.clear();
    rounds.round();

    assertThat(jobs.givenUp).isEmpty();
    assertThat(jobs.worked).containsExactly(first);
  }

  @Test
  void errorOfOneJobStopsNoOther() {
    jobs.left.put(first, 1);
    jobs.left.put(second, 1);
    jobs.errors.put(first, new NoClassDefFoundError("gone"));
    rounds.round();
    jobs.errors.clear();
    rounds.round();

    assertThat(jobs.worked).containsExactly(second, first);
  }

  @Test
  void nothingIsBegunAfterTheEnd() {
    jobs.left.put(first, 1);

    rounds.end();
    rounds.round();

    assertThat(jobs.worked).isEmpty();
  }
}
