package io.heronbridge.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpreadTest {

  @Test
  void medianIsTheMiddleOrTheMeanOfTheTwoMiddles() {
    assertThat(Spread.of(new double[] {9, 1, 5}).median()).isEqualTo(5);
    assertThat(Spread.of(new double[] {9, 1, 5, 7}).median()).isEqualTo(6);
  }

  @Test
  void rangeIsPrintedOnlyWhenThereIsOne() {
    assertThat(Spread.of(new double[] {1200, 900, 1500}).text(0)).isEqualTo("1,200 (900–1,500)");
    assertThat(Spread.of(new double[] {0.201, 0.204}).text(2)).isEqualTo("0.20");
  }

  @Test
  void failedRunsAreNoZeros() {
    assertThat(Spread.of(new double[] {Double.NaN, 4}).median()).isEqualTo(4);
    assertThat(Spread.of(new double[] {Double.NaN}).text(0)).isEqualTo("–");
  }
}
