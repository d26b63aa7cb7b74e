package io.heronbridge.benchmarks.report;

import java.util.Arrays;
import java.util.Locale;

/** Several runs of one thing. */
record Spread(double[] sorted) {

  static Spread of(double[] values) {
    double[] sorted = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    Arrays.sort(sorted);
    return new Spread(sorted);
  }

  boolean isEmpty() {
    return sorted.length == 0;
  }

  double median() {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  double least() {
    return sorted[0];
  }

  double most() {
    return sorted[sorted.length - 1];
  }

  /** The median, and behind it the range when there is one. */
  String text(int digits) {
    if (isEmpty()) {
      return "–";
    }
    String middle = number(median(), digits);
    String low = number(least(), digits);
    String high = number(most(), digits);
    return low.equals(high) ? middle : "%s (%s–%s)".formatted(middle, low, high);
  }

  static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%,." + digits + "f", value);
  }
}
