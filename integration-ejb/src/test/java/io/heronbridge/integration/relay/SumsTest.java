package io.heronbridge.integration.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.integration.startup.DatabaseAwayException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SumsTest {
  private final Sums<String> sums = new Sums<>();
  private final Map<String, Long> written = new HashMap<>();

  @Test
  void sumIsWrittenOnce() {
    sums.count("a");
    sums.count("a");
    sums.count("b");

    sums.writeTo(written::put);
    sums.writeTo((what, many) -> written.put("again " + what, many));

    assertThat(written).containsOnly(Map.entry("a", 2L), Map.entry("b", 1L));
  }

  @Test
  void nothingIsForgottenWhileTheDatabaseIsAway() {
    sums.count("a");
    sums.writeTo(
        (what, many) -> {
          throw new DatabaseAwayException("away");
        });
    sums.count("a");

    sums.writeTo(written::put);

    assertThat(written).containsOnly(Map.entry("a", 2L));
  }

  @Test
  void sumThatTheDatabaseRefusesHoldsUpNoOther() {
    sums.count("bad");
    sums.count("good");

    sums.writeTo(
        (what, many) -> {
          if (what.equals("bad")) {
            throw new IllegalStateException("no such integration");
          }
          written.put(what, many);
        });

    assertThat(written).containsOnly(Map.entry("good", 1L));
  }
}
