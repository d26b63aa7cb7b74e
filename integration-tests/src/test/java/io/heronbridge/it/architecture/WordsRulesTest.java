package io.heronbridge.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.integration.item.HeronWords;
import io.heronbridge.integration.story.EventWords;
import io.heronbridge.persistence.item.ItemEventKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents tell operators is what the portal and the API tell them. */
class WordsRulesTest {
  private static final String NONE = "–";

  private static String document() {
    return SourceFiles.text(SourceFiles.below("docs", "life-of-a-connection.md").get(0));
  }

  @ParameterizedTest
  @EnumSource(ItemEventKind.class)
  void everyEventIsDocumentedInItsOwnWords(ItemEventKind kind) {
    EventWords words = EventWords.of(kind);

    assertThat(document())
        .contains(
            "| `%s` | %s | %s | %s |"
                .formatted(kind, words.title(), words.meaning(), words.advice().orElse(NONE)));
  }

  static java.util.List<HeronWords> statuses() {
    return HeronWords.ALL;
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void everyStatusOfHeronsIsDocumentedInItsOwnWords(HeronWords words) {
    String status = words.status().isEmpty() ? "any other" : "`" + words.status() + "`";

    assertThat(document())
        .contains(
            "| %s | %s | %s |".formatted(status, words.meaning(), words.advice().orElse(NONE)));
  }
}
