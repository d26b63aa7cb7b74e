package io.heronbridge.it.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SecretSearchTest {
  private final SecretSearch search =
      new SecretSearch(List.of("hb_demo_12345678", "other_one_12345678", "geheim-ü-ж-1234"));

  @Test
  void findsASecretWhereverItStands() {
    assertThat(search.findsOneIn("hb_demo_12345678")).isTrue();
    assertThat(search.findsOneIn("key=other_one_12345678, and more")).isTrue();
    assertThat(search.findsOneIn("at the end geheim-ü-ж-1234")).isTrue();
  }

  @Test
  void findsNothingInPartsOfOne() {
    assertThat(search.findsOneIn("")).isFalse();
    assertThat(search.findsOneIn("12345678")).isFalse();
    assertThat(search.findsOneIn("b_demo_12345678 hb_demo_1234567")).isFalse();
    assertThat(search.findsOneIn("geheim-ü-6-1234")).isFalse();
  }
}
