package io.heronbridge.benchmarks.node;

import io.heronbridge.benchmarks.contender.Job;
import io.heronbridge.benchmarks.contender.JobHandler;
import java.util.concurrent.CompletableFuture;

/** Jobs that do nothing but be noted. */
final class NoWork implements JobHandler {
  private final Journal begun;

  NoWork(Journal begun) {
    this.begun = begun;
  }

  @Override
  public void run(Job job) {
    begun.note(job.number());
  }

  @Override
  public CompletableFuture<Void> begin(Job job) {
    run(job);
    return CompletableFuture.completedFuture(null);
  }
}
