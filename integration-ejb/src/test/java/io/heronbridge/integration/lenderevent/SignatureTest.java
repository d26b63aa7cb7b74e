package io.heronbridge.integration.lenderevent;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.integration.access.Tokens;
import io.heronbridge.persistence.secret.Secret;
import io.heronbridge.persistence.webhook.Header;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureTest {
  /** Computed with openssl, and the same that Standard Webhooks publishes. */
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final Instant TIME = Instant.ofEpochSecond(1_614_265_330);
  private static final String BODY = "{\"test\": 2432232314}";
  private static final String SIGNED = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  private static String header(List<Header> headers, String name) {
    return headers.stream()
        .filter(header -> header.name().equals(name))
        .map(Header::value)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void headersAreThoseOfThePublishedExample() {
    List<Header> headers = Signature.headers(ID, TIME, BODY, List.of(new Secret(SECRET)));

    assertThat(header(headers, "webhook-id")).isEqualTo(ID);
    assertThat(header(headers, "webhook-timestamp")).isEqualTo("1614265330");
    assertThat(header(headers, "webhook-signature")).isEqualTo(SIGNED);
  }

  @Test
  void bothSecretsSignDuringARotation() {
    List<Header> headers =
        Signature.headers(ID, TIME, BODY, List.of(Signature.freshSecret(), new Secret(SECRET)));

    String[] signatures = header(headers, "webhook-signature").split(" ");
    assertThat(signatures).hasSize(2).allMatch(each -> each.startsWith("v1,"));
    assertThat(signatures[0]).isNotEqualTo(SIGNED);
    assertThat(signatures[1]).isEqualTo(SIGNED);
  }

  @Test
  void freshSecretsHave32BytesOfTheirOwn() {
    Secret one = Signature.freshSecret();

    assertThat(one).isNotEqualTo(Signature.freshSecret());
    String text = Tokens.reveal(one);
    assertThat(text).startsWith("whsec_");
    assertThat(Base64.getDecoder().decode(text.substring(6))).hasSize(32);
  }
}
