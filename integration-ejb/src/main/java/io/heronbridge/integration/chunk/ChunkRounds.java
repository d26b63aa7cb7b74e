package io.heronbridge.integration.chunk;

import static java.lang.System.Logger.Level.WARNING;

import io.heronbridge.integration.problem.DatabaseOutage;
import io.heronbridge.integration.startup.Rounds;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Works off jobs: one chunk at a time on each node, each job in turn, as long as there is more. */
public final class ChunkRounds {
  private static final System.Logger LOG = System.getLogger(ChunkRounds.class.getName());
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration EVERY = Duration.ofSeconds(2);

  /** Idle nodes should cost the database next to nothing. */
  private static final int TIDY_EVERY_ROUNDS = 15;

  private static final Duration ROUND = Duration.ofSeconds(20);

  /** Failures in a row of one chunk, one a round, the database's absence not counted. */
  static final int MOST_FAILURES = 20;

  private final String noun;
  private final Jobs jobs;
  private final Map<UUID, Integer> failures = new HashMap<>();
  private final Rounds rounds;
  private int count;
  private volatile boolean stopping;

  /** What is to be worked off; each method is a transaction of its own. */
  public interface Jobs {
    /** Done now and then, before a round. */
    void tidy();

    /** Jobs with work, the one that has waited longest first. */
    List<UUID> running();

    /** Works off one chunk; tells whether there was one that no other node is at. */
    boolean work(UUID job);

    /** Its next chunk has failed again and again. */
    void giveUp(UUID job);
  }

  /**
   * @param noun what one job is called in the log
   */
  public ChunkRounds(String noun, Jobs jobs) {
    this.noun = noun;
    this.jobs = jobs;
    this.rounds = new Rounds(LOG, noun + " work waits", this::round);
  }

  /** Begins to look for work, unless it has begun. */
  public void begin(ManagedScheduledExecutorService scheduler) {
    rounds.begin(scheduler, FIRST, EVERY);
  }

  /** Ends after the chunk that is being worked off. */
  public void end() {
    stopping = true;
    rounds.endAfterThis();
  }

  void round() {
    long end = System.nanoTime() + ROUND.toNanos();
    Set<UUID> failed = new HashSet<>();
    if (count++ % TIDY_EVERY_ROUNDS == 0) {
      jobs.tidy();
    }
    boolean more = true;
    while (more && !stopping && System.nanoTime() < end) {
      more = false;
      for (UUID each : jobs.running()) {
        more |= !stopping && !failed.contains(each) && work(each, failed);
      }
    }
  }

  private boolean work(UUID job, Set<UUID> failed) {
    try {
      boolean worked = jobs.work(job);
      failures.remove(job);
      return worked;
    } catch (Throwable e) {
      if (DatabaseOutage.isAt(e)) {
        throw e;
      }
      LOG.log(WARNING, () -> "a chunk was not worked off %s=%s".formatted(noun, job), e);
      failed.add(job);
      if (failures.merge(job, 1, Integer::sum) >= MOST_FAILURES) {
        failures.remove(job);
        jobs.giveUp(job);
      }
      return false;
    }
  }
}
