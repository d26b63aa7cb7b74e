package io.heronbridge.benchmarks.workload;

/**
 * One column.
 *
 * @param digits behind the decimal point
 */
public record Measure(String name, int digits, Better better) {

  /** Which way is good. */
  public enum Better {
    HIGHER,
    LOWER,
    NEITHER
  }

  public static Measure higher(String name, int digits) {
    return new Measure(name, digits, Better.HIGHER);
  }

  public static Measure lower(String name, int digits) {
    return new Measure(name, digits, Better.LOWER);
  }
}
