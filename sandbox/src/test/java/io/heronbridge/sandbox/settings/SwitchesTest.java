package io.heronbridge.sandbox.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heronbridge.sandbox.http.Json;
import org.junit.jupiter.api.Test;

class SwitchesTest {
  private final Switches switches =
      new Switches().choice("answer", "409", "200").flag("strict", false).number("limit", 500);

  @Test
  void defaultsHoldUntilChanged() {
    assertThat(switches.text("answer")).isEqualTo("409");

    switches.set("answer", "200").set("strict", true).set("limit", 3);

    assertThat(switches.text("answer")).isEqualTo("200");
    assertThat(switches.on("strict")).isTrue();
    assertThat(switches.number("limit")).isEqualTo(3);
  }

  @Test
  void unknownNameIsRefusedAndNothingChanges() {
    assertThatThrownBy(() -> switches.apply(Json.object("strict", true, "strickt", true)))
        .hasMessageContaining("strickt");

    assertThat(switches.on("strict")).isFalse();
  }

  @Test
  void wrongValueIsRefusedWithWhatWasExpected() {
    assertThatThrownBy(() -> switches.set("answer", "500")).hasMessageContaining("409, 200");
    assertThatThrownBy(() -> switches.set("limit", -1)).hasMessageContaining("whole number");
  }
}
