package io.heronbridge.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptAnswerTest {

  private static KeptAnswer answered(int status) {
    return new KeptAnswer(status, Map.of("Location", "/api/v1/x"), "{\"name\": \"Zoë\"}");
  }

  @Test
  void comesBackAsItWas() {
    KeptAnswer kept = answered(201);

    assertThat(KeptAnswer.read(kept.bytes())).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 204, 404, 422})
  void whatWasDecidedIsFinal(int status) {
    assertThat(answered(status).isFinal()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 409, 415, 429, 500, 502, 503})
  void whatWasNotBegunOrNotDecidedMayBeTriedAnew(int status) {
    assertThat(answered(status).isFinal()).isFalse();
  }
}
