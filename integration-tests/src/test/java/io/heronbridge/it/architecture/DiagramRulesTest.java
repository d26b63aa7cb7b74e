package io.heronbridge.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.it.support.StateMachine;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The drawn diagrams are the declared ones. */
class DiagramRulesTest {
  private static final Pattern DRAWN =
      Pattern.compile("(?m)^ {2}(\\[\\*]|[A-Z_]+) --> ([A-Z_]+): ([a-z ]+)");

  static List<StateMachine> machines() {
    return StateMachine.ALL;
  }

  @ParameterizedTest
  @MethodSource("machines")
  void drawnArrowsAreTheDeclaredOnes(StateMachine machine) {
    List<String> declared =
        machine.arrows().all().stream()
            .map(
                arrow ->
                    "%s --> %s: %s"
                        .formatted(
                            arrow.from().map(Enum::name).orElse("[*]"), arrow.to(), arrow.verb()))
            .toList();

    assertThat(drawn(machine.heading())).containsExactlyInAnyOrderElementsOf(declared);
  }

  private static List<String> drawn(String heading) {
    String text = SourceFiles.text(SourceFiles.below("docs", "message-lifecycle.md").get(0));
    int section = text.indexOf("\n## " + heading + "\n");
    assertThat(section).as("section %s", heading).isPositive();
    int start = text.indexOf("stateDiagram-v2", section);
    Matcher arrows = DRAWN.matcher(text.substring(start, text.indexOf("```", start)));
    return arrows
        .results()
        .map(found -> "%s --> %s: %s".formatted(found.group(1), found.group(2), found.group(3)))
        .toList();
  }
}
