package io.heronbridge.portal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {
  private static final String OURS = "2f1f4a52-9d0e-4a52-8a0c-7c2f115b1f0d";
  private static final String PATH = "items/exchange";

  @Test
  void absentHeaderIsNoKey() {
    assertThat(IdempotencyKey.read(null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "é", "a\tb", "a\u0000"})
  void whatIsNotVisibleIsRefused(String header) {
    assertThatThrownBy(() -> IdempotencyKey.read(header)).isInstanceOf(MalformedException.class);
  }

  @Test
  void keysMayHave255Characters() {
    assertThat(IdempotencyKey.read("k".repeat(255))).isPresent();
    assertThatThrownBy(() -> IdempotencyKey.read("k".repeat(256)))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void anotherKeyPathOrApiKeyIsAnotherCall() {
    byte[] scope = new IdempotencyKey("k").scope(OURS, PATH);

    assertThat(new IdempotencyKey("k").scope(OURS, PATH)).isEqualTo(scope);
    assertThat(new IdempotencyKey("K").scope(OURS, PATH)).isNotEqualTo(scope);
    assertThat(new IdempotencyKey("k").scope(OURS, "items")).isNotEqualTo(scope);
    assertThat(new IdempotencyKey("k").scope("bootstrap", PATH)).isNotEqualTo(scope);
  }
}
