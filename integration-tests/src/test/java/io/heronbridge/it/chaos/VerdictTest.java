package io.heronbridge.it.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerdictTest {
  @Test
  void everyKindOfEndIsTold() {
    Verdict verdict =
        new Verdict(
            "links",
            Set.of("done", "twice", "lost", "dead", "unanswered"),
            Set.of("done", "twice", "lost", "dead"),
            Map.of("done", 1L, "twice", 2L, "strange", 1L),
            Set.of("dead"));

    assertThat(verdict.lost()).containsExactly("lost");
    assertThat(verdict.unexpected()).containsExactly("strange");
    assertThat(verdict.duplicated()).containsExactly("twice");
    assertThat(verdict.line().trim().split("\\s+"))
        .containsExactly("links", "5", "4", "3", "1", "1", "1", "1");
  }

  @Test
  void effectWithoutAnAcknowledgementIsNoFault() {
    Verdict verdict = new Verdict("links", Set.of("a"), Set.of(), Map.of("a", 1L), Set.of());

    assertThat(verdict.lost()).isEmpty();
    assertThat(verdict.unexpected()).isEmpty();
  }
}
