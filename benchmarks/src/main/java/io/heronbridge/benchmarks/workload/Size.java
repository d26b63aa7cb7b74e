package io.heronbridge.benchmarks.workload;

/** How much of everything: to see that it works, to compare, or as the workloads were defined. */
public enum Size {
  QUICK,
  USUAL,
  FULL;

  /** The one of three that belongs to this size. */
  public int of(int quick, int usual, int full) {
    return switch (this) {
      case QUICK -> quick;
      case USUAL -> usual;
      case FULL -> full;
    };
  }
}
