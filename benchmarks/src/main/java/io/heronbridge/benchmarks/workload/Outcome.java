package io.heronbridge.benchmarks.workload;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** What one run gave: a value for each measure it could take, and remarks for the reader. */
public final class Outcome {
  private final Map<String, Double> values = new LinkedHashMap<>();
  private final TreeSet<String> remarks = new TreeSet<>();

  public Outcome put(Measure measure, double value) {
    values.put(measure.name(), value);
    return this;
  }

  public Outcome remark(String text) {
    remarks.add(text);
    return this;
  }

  /** Not a number where it could not be measured. */
  public double value(Measure measure) {
    return values.getOrDefault(measure.name(), Double.NaN);
  }

  public Iterable<String> remarks() {
    return remarks;
  }
}
