package io.heronbridge.portal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
  private static final Texts ENGLISH = Texts.in(Locale.ENGLISH);
  private static final Texts SPANISH = Texts.in(Locale.forLanguageTag("es"));
  private static final Pattern NAME = Pattern.compile("\\{\\d}");

  @Test
  void everythingIsSaidInEachLanguage() {
    Map<String, String> english = ENGLISH.under("");
    Map<String, String> spanish = SPANISH.under("");

    assertThat(spanish).hasSameSizeAs(english).containsOnlyKeys(english.keySet());
    spanish.forEach(
        (key, text) -> assertThat(text).as(key).isNotBlank().isNotEqualTo(english.get(key)));
  }

  @Test
  void namesAreTheSameInEachLanguage() {
    ENGLISH
        .under("")
        .forEach((key, text) -> assertThat(names(SPANISH.say(key))).as(key).isEqualTo(names(text)));
  }

  private static Set<String> names(String text) {
    return NAME.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "en-GB", "fr", "de-AT", "und"})
  void whoHasAnotherLanguageReadsEnglish(String language) {
    Texts texts = Texts.in(Locale.forLanguageTag(language));

    assertThat(texts.locale().getLanguage()).isEqualTo("en");
    assertThat(texts.say("session.title", "Acme")).isEqualTo("Connect your bank to Acme");
  }

  @Test
  void spanishIsThatOfAnyCountry() {
    assertThat(Texts.in(Locale.forLanguageTag("es-MX")).say("session.title", "Acme"))
        .isEqualTo("Conecte su banco con Acme");
    assertThat(SPANISH.locale().getLanguage()).isEqualTo("es");
    assertThat(SPANISH.day(Instant.parse("2026-01-12T10:00:00Z"))).isEqualTo("12 ene 2026");
  }

  @Test
  void textThatIsNotThereIsNoticed() {
    assertThatThrownBy(() -> ENGLISH.say("nothing")).isInstanceOf(MissingResourceException.class);
  }
}
