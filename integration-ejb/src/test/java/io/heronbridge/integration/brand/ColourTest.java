package io.heronbridge.integration.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColourTest {
  private static final List<String> ON_LIGHT = List.of("#ffffff", "#f6f8f9", "#eef2f4");
  private static final List<String> ON_DARK = List.of("#0b1116", "#10171d", "#151e26", "#1a2530");

  private static List<Colour> many() {
    List<Colour> colours = new ArrayList<>();
    for (int red = 0; red < 256; red += 51) {
      for (int green = 0; green < 256; green += 51) {
        for (int blue = 0; blue < 256; blue += 51) {
          colours.add(new Colour(red, green, blue));
        }
      }
    }
    return colours;
  }

  @Test
  void contrastIsThatOfTheStandard() {
    assertThat(Colour.WHITE.contrast(Colour.BLACK)).isCloseTo(21, within(0.001));
    assertThat(Colour.of("#767676").contrast(Colour.WHITE)).isCloseTo(4.54, within(0.01));
    assertThat(Colour.of("#ff0000").contrast(Colour.WHITE)).isCloseTo(4.0, within(0.01));
  }

  @Test
  void textCanBeReadOnEveryColourAlsoWhenItIsPointedAt() {
    for (Colour colour : many()) {
      Colour text = colour.text();

      assertThat(text.contrast(colour)).as(colour.toString()).isGreaterThanOrEqualTo(4.5);
      assertThat(text.contrast(colour.pointedAt()))
          .as("%s pointed at", colour)
          .isGreaterThanOrEqualTo(4.5);
    }
  }

  @Test
  void linksCanBeReadInBothSchemes() {
    for (Colour colour : many()) {
      ON_LIGHT.forEach(
          ground ->
              assertThat(BrandSheet.onLight(colour).contrast(Colour.of(ground)))
                  .as("%s on %s", colour, ground)
                  .isGreaterThanOrEqualTo(4.5));
      ON_DARK.forEach(
          ground ->
              assertThat(BrandSheet.onDark(colour).contrast(Colour.of(ground)))
                  .as("%s on %s", colour, ground)
                  .isGreaterThanOrEqualTo(4.5));
    }
  }

  @Test
  void colourThatCanBeReadStaysAsItIs() {
    assertThat(BrandSheet.onLight(Colour.of("#7a1fa2"))).hasToString("#7a1fa2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "red", "#fff", "#12345g", " #123456", "#123456;", "#12345\u0000"})
  void anythingElseIsNoColour(String text) {
    assertThatThrownBy(() -> Colour.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("six hexadecimal digits");
  }
}
