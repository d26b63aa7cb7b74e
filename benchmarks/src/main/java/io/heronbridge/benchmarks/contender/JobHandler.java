package io.heronbridge.benchmarks.contender;

import java.util.concurrent.CompletableFuture;

/** What a job does. A contender takes the form that suits it; the work is the same. */
public interface JobHandler {

  /** Does the job and returns when it is done. */
  void run(Job job) throws Exception;

  /** Begins the job and holds no thread meanwhile. */
  CompletableFuture<Void> begin(Job job);
}
