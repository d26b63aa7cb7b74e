package io.heronbridge.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AdrRulesTest {
  private static final Pattern STATUS =
      Pattern.compile("(?mi)^(?:##\\s*status\\s*\\R+|[-*]?\\s*\\**status\\**:\\**\\s*)([a-z]+)");
  private static final List<String> KNOWN =
      List.of("proposed", "accepted", "rejected", "superseded", "deprecated");

  @Test
  void decisionsAreNumberedOnce() {
    List<String> names = decisions().stream().map(file -> file.getFileName().toString()).toList();

    assertThat(names).allMatch(name -> name.matches("\\d{4}-[a-z0-9-]+\\.md"));
    assertThat(names.stream().map(name -> name.substring(0, 4))).doesNotHaveDuplicates();
  }

  @Test
  void decisionsHaveAKnownStatus() {
    for (Path decision : decisions()) {
      Matcher status = STATUS.matcher(SourceFiles.text(decision));

      assertThat(status.find()).as("%s states its status", decision).isTrue();
      assertThat(KNOWN).as(decision.toString()).contains(status.group(1).toLowerCase(Locale.ROOT));
    }
  }

  private static List<Path> decisions() {
    return SourceFiles.below("docs/adr", ".md").stream()
        .filter(file -> Character.isDigit(file.getFileName().toString().charAt(0)))
        .toList();
  }
}
