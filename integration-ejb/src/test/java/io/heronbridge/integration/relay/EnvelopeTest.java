package io.heronbridge.integration.relay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heronbridge.integration.relay.Letter.Arrival;
import io.heronbridge.persistence.webhook.Header;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
  private static final Letter LETTER =
      new Letter(
          new Arrival(UUID.randomUUID(), Instant.parse("2026-11-22T12:00:03.123456Z")),
          List.of(new Header("Plaid-Verification", "a.b.c"), new Header("X-Odd", "é ü")),
          "{\r\n\t\"é\" : 1}\u0000\u00ff".getBytes(ISO_8859_1),
          Instant.parse("2026-11-22T12:00:00Z"));

  @Test
  void letterComesOutAsItWentIn() throws IOException {
    Letter opened = Envelope.open(Envelope.of(LETTER));

    assertThat(opened.arrival()).isEqualTo(LETTER.arrival());
    assertThat(opened.headers()).isEqualTo(LETTER.headers());
    assertThat(opened.body()).isEqualTo(LETTER.body());
    assertThat(opened.signedAt()).isEqualTo(LETTER.signedAt());
  }

  @Test
  void tornEnvelopeIsNoLetter() {
    byte[] whole = Envelope.of(LETTER);

    for (int length = 0; length < whole.length; length++) {
      byte[] torn = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> Envelope.open(torn)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void letterOfALaterVersionIsNotGuessedAt() {
    byte[] later = Envelope.of(LETTER);
    later[0] = 2;

    assertThatThrownBy(() -> Envelope.open(later))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("later version");
  }
}
