package io.heronbridge.sandbox.plaid;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.heron.SignatureCheck;
import io.heronbridge.sandbox.heron.SignatureCheck.Finding;
import io.heronbridge.sandbox.http.Json;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WebhookSignerTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final String GENUINE_TOKEN =
      "eyJhbGciOiJFUzI1NiIsImtpZCI6IjZjNTUxNmUxLTkyZGMtNDc5ZS1hOGZmLTVhNTE5OTJlMDAwMSIsInR5cCI6Ikp"
          + "XVCJ9.eyJpYXQiOjE2MTIxODY2MjcsInJlcXVlc3RfYm9keV9zaGEyNTYiOiJjNDM3NDE5NjRlOWIxNzNkN2"
          + "JjMWU4NDBhMjFjZTFhZDI2Y2ZhMjdjMWEzNzliYmE4Y2I1ZjU3MTVhYWRlNDBhIn0.7YVXrBFA9Wr-u7eWoP"
          + "jRxoWW7M5hiNunZYJXpLuFoA6fTop8RBgybDRtNbtIa6W0X2Gvqg8dtb2uaMcHzHI9WQ";
  private static final Instant GENUINE_TIME = Instant.ofEpochSecond(1_612_186_627L);
  private final SigningKey key = new SigningKey();
  private final byte[] body = "{\n  \"a\": 1\n}".getBytes(StandardCharsets.UTF_8);
  private final SignatureCheck check =
      new SignatureCheck(
          id -> id.equals(key.id()) ? Optional.of(key.publicKey()) : Optional.empty());

  private Finding findingFor(String token, byte[] received) {
    return check.check(List.of(token), received, NOW).finding();
  }

  @Test
  void signatureIsSixtyFourBytesLongAndVerifies() {
    String token = WebhookSigner.sign(body, key, NOW);

    byte[] signature = Base64.getUrlDecoder().decode(token.split("\\.")[2]);
    assertThat(signature).hasSize(64);
    assertThat(findingFor(token, body)).isEqualTo(Finding.VALID);
  }

  @Test
  void oneChangedByteIsNoticed() {
    String token = WebhookSigner.sign(body, key, NOW);
    byte[] changed = body.clone();
    changed[6] = 'b';

    assertThat(findingFor(token, changed)).isEqualTo(Finding.OTHER_BODY);
  }

  @Test
  void tokenIsGoodForFiveMinutesAndLittleBeforeItsTime() {
    assertThat(findingFor(WebhookSigner.sign(body, key, NOW.minusSeconds(300)), body))
        .isEqualTo(Finding.VALID);
    assertThat(findingFor(WebhookSigner.sign(body, key, NOW.minusSeconds(301)), body))
        .isEqualTo(Finding.STALE);
    assertThat(findingFor(WebhookSigner.sign(body, key, NOW.plusSeconds(60)), body))
        .isEqualTo(Finding.VALID);
    assertThat(findingFor(WebhookSigner.sign(body, key, NOW.plusSeconds(61)), body))
        .isEqualTo(Finding.FROM_THE_FUTURE);
  }

  @Test
  void tokenOfAnotherKeyIsRefused() {
    String token = WebhookSigner.sign(body, new SigningKey(), NOW);

    assertThat(findingFor(token, body)).isEqualTo(Finding.UNKNOWN_KEY);
  }

  @Test
  void missingRepeatedAndMalformedTokensAreToldApart() {
    String token = WebhookSigner.sign(body, key, NOW);

    assertThat(check.check(List.of(), body, NOW).finding()).isEqualTo(Finding.MISSING);
    assertThat(check.check(List.of(token, token), body, NOW).finding()).isEqualTo(Finding.REPEATED);
    assertThat(findingFor(token + ".x", body)).isEqualTo(Finding.MALFORMED);
    assertThat(findingFor("a.b.c", body)).isEqualTo(Finding.MALFORMED);
  }

  @Test
  void genuineWebhookOfPlaidIsAccepted() throws GeneralSecurityException {
    SignatureCheck genuine = genuineCheck();

    assertThat(genuine.check(List.of(GENUINE_TOKEN), genuineBody(), GENUINE_TIME).finding())
        .isEqualTo(Finding.VALID);
  }

  @Test
  void genuineWebhookWithFinalNewlineIsRefused() throws GeneralSecurityException {
    byte[] longer = (new String(genuineBody(), StandardCharsets.UTF_8) + "\n").getBytes();

    assertThat(genuineCheck().check(List.of(GENUINE_TOKEN), longer, GENUINE_TIME).finding())
        .isEqualTo(Finding.OTHER_BODY);
  }

  @Test
  void bodiesAreWrittenAsPlaidWritesThem() {
    assertThat(genuineBody()).hasSize(168);
    assertThat(new String(genuineBody(), StandardCharsets.UTF_8))
        .startsWith("{\n  \"error\": null,\n  \"item_id\": ")
        .endsWith("\"webhook_type\": \"TRANSACTIONS\"\n}");
  }

  @Test
  void publishedKeyHasTwoCoordinatesOfThirtyTwoBytes() {
    JsonObject jwk = key.toJwk();

    for (String coordinate : List.of("x", "y")) {
      assertThat(Base64.getUrlDecoder().decode(jwk.get(coordinate).getAsString())).hasSize(32);
    }
    assertThat(jwk.get("expired_at").isJsonNull()).isTrue();
  }

  private static byte[] genuineBody() {
    return WebhookBody.bytes(
        Json.object(
            "webhook_type", "TRANSACTIONS",
            "webhook_code", "DEFAULT_UPDATE",
            "new_transactions", 0,
            "item_id", "xVDbz8kaZRf69Nd18x81I3y83kZaxEF688545",
            "error", null));
  }

  private static SignatureCheck genuineCheck() throws GeneralSecurityException {
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    ECPoint point =
        new ECPoint(
            coordinate("35lvC8uz2QrWpQJ3TUH8t9o9DURMp7ydU518RKDl20k"),
            coordinate("I8BuXB2bvxelzJAd7OKhd-ZwjCst05Fx47Mb_0ugros"));
    PublicKey published =
        KeyFactory.getInstance("EC")
            .generatePublic(
                new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
    return new SignatureCheck(id -> Optional.of(published));
  }

  private static BigInteger coordinate(String base64) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(base64));
  }
}
