package io.heronbridge.benchmarks.contender;

/**
 * A node's part.
 *
 * @param workers how many jobs it may have under way at once; 0 when it only promises
 */
public record Work(int workers, JobHandler handler) {

  /** A node that only promises. */
  public static Work none() {
    return new Work(0, null);
  }

  public boolean isNone() {
    return workers == 0;
  }
}
