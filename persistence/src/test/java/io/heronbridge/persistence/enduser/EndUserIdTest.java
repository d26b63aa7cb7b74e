package io.heronbridge.persistence.enduser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndUserIdTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "eus_1", "a/b", "a b", "ä", "a\u0000b", "a\n"})
  void idsThatHeronOrAUrlWouldMisunderstandAreRefused(String text) {
    assertThatThrownBy(() -> new EndUserId(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void mailAddressesAndPhoneNumbersAreIds() {
    assertThat(new EndUserId("ana@example.com").value()).isEqualTo("ana@example.com");
    assertThat(new EndUserId("+15551234").value()).isEqualTo("+15551234");
  }

  @Test
  void longestIdIs140Characters() {
    assertThat(new EndUserId("a".repeat(140)).value()).hasSize(140);
    assertThatThrownBy(() -> new EndUserId("a".repeat(141)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
