package io.heronbridge.benchmarks.contender;

import io.heronbridge.benchmarks.limit.BareCalls;
import io.heronbridge.benchmarks.limit.BareStatements;
import io.heronbridge.benchmarks.limit.BareTransactions;
import io.heronbridge.benchmarks.ours.HeronBridgeOutbox;
import io.heronbridge.benchmarks.peer.DbScheduler;
import io.heronbridge.benchmarks.peer.GruelboxOutbox;
import io.heronbridge.benchmarks.peer.JobRunrJobs;
import java.util.List;
import java.util.Optional;

/** All that take part, our own outbox first. */
public final class Contenders {
  private static final List<Contender> ALL =
      List.of(
          HeronBridgeOutbox.asInTheApplication(),
          HeronBridgeOutbox.alone(),
          new BareStatements(),
          new BareCalls(),
          new BareTransactions(),
          GruelboxOutbox.withDefaults(),
          GruelboxOutbox.atItsBest(),
          DbScheduler.fetchWithDefaults(),
          DbScheduler.fetchAtItsBest(),
          DbScheduler.lockAndFetchWithDefaults(),
          DbScheduler.lockAndFetchAtItsBest(),
          JobRunrJobs.withDefaults(),
          JobRunrJobs.atItsBest());

  private Contenders() {}

  public static List<Contender> all() {
    return ALL;
  }

  public static Optional<Contender> named(String name) {
    return ALL.stream().filter(one -> one.profile().name().equals(name)).findFirst();
  }
}
