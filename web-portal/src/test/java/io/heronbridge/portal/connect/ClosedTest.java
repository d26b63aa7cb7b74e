package io.heronbridge.portal.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.portal.page.Texts;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClosedTest {

  @ParameterizedTest
  @EnumSource(Closed.class)
  void everyEndNamesWhomToAsk(Closed closed) {
    assertThat(closed.to(Optional.of("Acme"), Texts.in(Locale.ENGLISH)).next())
        .contains("sk Acme for a new");
    assertThat(closed.to(Optional.empty(), Texts.in(Locale.ENGLISH)).next())
        .contains("sk the company that sent it for a new")
        .doesNotContain("{");
  }
}
