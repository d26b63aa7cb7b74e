package io.heronbridge.benchmarks.peer;

import io.heronbridge.benchmarks.contender.Job;
import io.heronbridge.benchmarks.contender.JobHandler;

/**
 * The method that a library calls by its name; public and not final, since libraries ask for it.
 */
public class TextJob {
  private final JobHandler handler;

  /** For libraries that make a stand-in to record the call. */
  public TextJob() {
    this(null);
  }

  TextJob(JobHandler handler) {
    this.handler = handler;
  }

  /** Does the job whose text this is. */
  public void run(String text) {
    try {
      handler.run(Job.of(text));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("the job failed", e);
    }
  }
}
