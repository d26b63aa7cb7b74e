package io.heronbridge.integration.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heronbridge.integration.problem.InvalidInputException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {
  @Test
  void cursorLeadsBackToItsPlace() {
    Place place = new Place(Instant.parse("2026-11-22T10:00:00.123456Z"), 2, "17");

    assertThat(Place.read(Optional.of(place.text()))).isEqualTo(place);
  }

  @Test
  void storyBeginsWithItsNewestLine() {
    assertThat(Place.read(Optional.empty())).isEqualTo(Place.START);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "tampered", "!", "fHx8", "MjAyNnwxfHg"})
  void otherTextIsNoCursor(String text) {
    assertThatThrownBy(() -> Place.read(Optional.of(text)))
        .isInstanceOf(InvalidInputException.class);
  }
}
