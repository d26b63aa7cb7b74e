package io.heronbridge.integration.chunk;

import static java.lang.System.Logger.Level.WARNING;

import io.heronbridge.integration.problem.DatabaseOutage;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Works off jobs: one chunk at a time on each node, each job in turn, as long as there is more. */
public final class ChunkRounds {
  private static final System.Logger LOG = System.getLogger(ChunkRounds.class.getName());
  private static final int EVERY_SECONDS = 2;

  /** Idle nodes should cost the database next to nothing. */
  private static final int TIDY_EVERY_ROUNDS = 15;

  private static final Duration ROUND = Duration.ofSeconds(20);

  /** Failures in a row of one chunk, one a round, the database's absence not counted. */
  static final int MOST_FAILURES = 20;

  private final String noun;
  private final Jobs jobs;
  private final Map<UUID, Integer> failures = new HashMap<>();
  private ScheduledFuture<?> rounds;
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
  }

  /** Begins to look for work, unless it has begun. */
  public void begin(ManagedScheduledExecutorService scheduler) {
    if (rounds == null) {
      rounds = scheduler.scheduleWithFixedDelay(this::round, 1, EVERY_SECONDS, TimeUnit.SECONDS);
    }
  }

  /** Ends after the chunk that is being worked off. */
  public void end() {
    stopping = true;
    if (rounds != null) {
      rounds.cancel(false);
    }
  }

  void round() {
    long end = System.nanoTime() + ROUND.toNanos();
    Set<UUID> failed = new HashSet<>();
    try {
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
    } catch (Throwable e) {
      // Whatever it was: a node that looks for work no more is worse.
      LOG.log(WARNING, () -> "%s work waits: %s".formatted(noun, e));
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
