package io.heronbridge.integration.plaid;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.integration.plaid.PlaidClient.VerificationKey;
import io.heronbridge.integration.plaid.WebhookVerdict.Forged;
import io.heronbridge.integration.plaid.WebhookVerdict.Genuine;
import io.heronbridge.integration.plaid.WebhookVerdict.Reason;
import io.heronbridge.integration.plaid.WebhookVerdict.Undecided;
import io.heronbridge.persistence.integration.PlaidEnvironment;
import io.heronbridge.persistence.secret.Secret;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookVerifierTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final PlaidTarget TARGET =
      new PlaidTarget("http://plaid", PlaidEnvironment.SANDBOX, "id", new Secret("shh"));
  private static final byte[] BODY =
      "{\n  \"webhook_code\": \"INITIAL_UPDATE\",\n  \"webhook_type\": \"TRANSACTIONS\"\n}"
          .getBytes(UTF_8);

  private final FakePlaidClient plaid = new FakePlaidClient();
  private final MovableClock clock = new MovableClock(NOW);
  private final WebhookVerifier verifier =
      new WebhookVerifier(new VerificationKeys(plaid, clock), clock);
  private Signer signer;

  @BeforeEach
  void publishKey() throws GeneralSecurityException {
    signer = new Signer();
    plaid.keys.put(signer.kid, signer.jwk(false));
  }

  private WebhookVerdict verify(String token, byte[] body) {
    return verifier.verify(TARGET, List.of(token), body);
  }

  private String signed(byte[] body) throws GeneralSecurityException {
    return signer.sign(body, NOW.getEpochSecond());
  }

  private static void assertForged(WebhookVerdict verdict, Reason reason) {
    assertThat(verdict).isEqualTo(new Forged(reason));
  }

  @Test
  void genuineWebhookOfPlaidIsAccepted() {
    String kid = "6c5516e1-92dc-479e-a8ff-5a51992e0001";
    plaid.keys.put(
        kid,
        new VerificationKey(
            kid,
            "EC",
            "P-256",
            "ES256",
            "sig",
            "35lvC8uz2QrWpQJ3TUH8t9o9DURMp7ydU518RKDl20k",
            "I8BuXB2bvxelzJAd7OKhd-ZwjCst05Fx47Mb_0ugros",
            false));
    MovableClock then = new MovableClock(Instant.ofEpochSecond(1612186627));
    String token =
        "eyJhbGciOiJFUzI1NiIsImtpZCI6IjZjNTUxNmUxLTkyZGMtNDc5ZS1hOGZmLTVhNTE5OTJlMDAwMSIsInR5cCI6IkpXVCJ9"
            + ".eyJpYXQiOjE2MTIxODY2MjcsInJlcXVlc3RfYm9keV9zaGEyNTYiOiJjNDM3NDE5NjRlOWIxNzNkN2JjMWU4NDBhMjFjZ"
            + "TFhZDI2Y2ZhMjdjMWEzNzliYmE4Y2I1ZjU3MTVhYWRlNDBhIn0"
            + ".7YVXrBFA9Wr-u7eWoPjRxoWW7M5hiNunZYJXpLuFoA6fTop8RBgybDRtNbtIa6W0X2Gvqg8dtb2uaMcHzHI9WQ";
    byte[] body =
        """
        {
          "error": null,
          "item_id": "xVDbz8kaZRf69Nd18x81I3y83kZaxEF688545",
          "new_transactions": 0,
          "webhook_code": "DEFAULT_UPDATE",
          "webhook_type": "TRANSACTIONS"
        }"""
            .getBytes(UTF_8);

    WebhookVerdict verdict =
        new WebhookVerifier(new VerificationKeys(plaid, then), then)
            .verify(TARGET, List.of(token), body);

    assertThat(verdict).isEqualTo(new Genuine(Instant.ofEpochSecond(1612186627)));
  }

  @Test
  void changedByteIsRefused() throws GeneralSecurityException {
    byte[] changed = BODY.clone();
    changed[5] ^= 1;

    assertForged(verify(signed(BODY), changed), Reason.WRONG_BODY);
  }

  @Test
  void addedNewlineIsRefused() throws GeneralSecurityException {
    byte[] longer = (new String(BODY, UTF_8) + "\n").getBytes(UTF_8);

    assertForged(verify(signed(BODY), longer), Reason.WRONG_BODY);
  }

  @Test
  void reindentedBodyIsRefused() throws GeneralSecurityException {
    byte[] compact = new String(BODY, UTF_8).replaceAll("\\s+", "").getBytes(UTF_8);

    assertForged(verify(signed(BODY), compact), Reason.WRONG_BODY);
  }

  @Test
  void emptyBodyWithItsOwnHashIsGenuine() throws GeneralSecurityException {
    assertThat(verify(signed(new byte[0]), new byte[0])).isEqualTo(new Genuine(NOW));
  }

  @Test
  void upperCaseHashIsRefused() throws GeneralSecurityException {
    String claims =
        "{\"iat\":%d,\"request_body_sha256\":\"ABCDEF\"}".formatted(NOW.getEpochSecond());

    assertForged(verify(signer.signClaims(claims), BODY), Reason.WRONG_BODY);
  }

  @Test
  void fiveMinutesAndOneSecondIsTooOld() throws GeneralSecurityException {
    String token = signer.sign(BODY, NOW.getEpochSecond() - 301);

    assertForged(verify(token, BODY), Reason.TOO_OLD);
  }

  @Test
  void oneSecondBelowFiveMinutesIsAccepted() throws GeneralSecurityException {
    String token = signer.sign(BODY, NOW.getEpochSecond() - 299);

    assertThat(verify(token, BODY)).isInstanceOf(Genuine.class);
  }

  @Test
  void signatureFromTheFutureIsRefused() throws GeneralSecurityException {
    String token = signer.sign(BODY, NOW.getEpochSecond() + 61);

    assertForged(verify(token, BODY), Reason.FROM_THE_FUTURE);
  }

  @Test
  void everyOtherAlgorithmIsRefusedBeforeAKeyIsFetched() throws GeneralSecurityException {
    for (String algorithm : List.of("none", "HS256", "ES384", "es256")) {
      signer.algorithm = algorithm;

      assertForged(verify(signed(BODY), BODY), Reason.WRONG_ALGORITHM);
    }
    assertThat(plaid.fetches).hasValue(0);
  }

  @Test
  void signatureOfAnotherKeyUnderTheSameIdIsRefused() throws GeneralSecurityException {
    Signer other = new Signer();
    VerificationKey theirs = other.jwk(false);
    plaid.keys.put(
        signer.kid,
        new VerificationKey(
            signer.kid, "EC", "P-256", "ES256", "sig", theirs.x(), theirs.y(), false));

    assertForged(verify(signed(BODY), BODY), Reason.WRONG_SIGNATURE);
  }

  @Test
  void unknownKeyIsRefusedAndAskedForOnce() throws GeneralSecurityException {
    plaid.keys.clear();

    assertForged(verify(signed(BODY), BODY), Reason.UNKNOWN_KEY);
    assertForged(verify(signed(BODY), BODY), Reason.UNKNOWN_KEY);
    assertThat(plaid.fetches).hasValue(1);
  }

  @Test
  void expiredKeyIsRefused() throws GeneralSecurityException {
    plaid.keys.put(signer.kid, signer.jwk(true));

    assertForged(verify(signed(BODY), BODY), Reason.EXPIRED_KEY);
  }

  @Test
  void keyRotatedMidRunIsFetched() throws GeneralSecurityException {
    assertThat(verify(signed(BODY), BODY)).isInstanceOf(Genuine.class);
    Signer next = new Signer();
    plaid.keys.put(next.kid, next.jwk(false));

    WebhookVerdict verdict = verify(next.sign(BODY, NOW.getEpochSecond()), BODY);

    assertThat(verdict).isInstanceOf(Genuine.class);
    assertThat(plaid.fetches).hasValue(2);
  }

  @Test
  void keyWithdrawnByPlaidIsNoticedWithinADay() throws GeneralSecurityException {
    assertThat(verify(signed(BODY), BODY)).isInstanceOf(Genuine.class);
    plaid.keys.put(signer.kid, signer.jwk(true));
    clock.advance(Duration.ofHours(25));

    String token = signer.sign(BODY, clock.instant().getEpochSecond());

    assertForged(verify(token, BODY), Reason.EXPIRED_KEY);
  }

  @Test
  void keyOffTheCurveIsRefused() throws GeneralSecurityException {
    VerificationKey real = signer.jwk(false);
    plaid.keys.put(
        signer.kid,
        new VerificationKey(signer.kid, "EC", "P-256", "ES256", "sig", real.y(), real.x(), false));

    assertForged(verify(signed(BODY), BODY), Reason.UNKNOWN_KEY);
  }

  @Test
  void derSignatureIsRefused() throws GeneralSecurityException {
    signer.derSignature = true;

    assertForged(verify(signed(BODY), BODY), Reason.WRONG_SIGNATURE);
  }

  @Test
  void zeroSignatureIsRefused() throws GeneralSecurityException {
    assertForged(verify(Signer.zeroed(signed(BODY)), BODY), Reason.WRONG_SIGNATURE);
  }

  @Test
  void tokenOfFourPartsIsRefused() throws GeneralSecurityException {
    assertForged(verify(signed(BODY) + ".AAAA", BODY), Reason.MALFORMED);
  }

  @Test
  void paddedTokenIsRefused() throws GeneralSecurityException {
    assertForged(verify(signed(BODY) + "==", BODY), Reason.MALFORMED);
  }

  @Test
  void missingSignatureIsRefused() {
    assertForged(verifier.verify(TARGET, List.of(), BODY), Reason.NO_SIGNATURE);
  }

  @Test
  void twoSignaturesAreRefused() throws GeneralSecurityException {
    String token = signed(BODY);

    assertForged(verifier.verify(TARGET, List.of(token, token), BODY), Reason.MALFORMED);
  }

  @Test
  void overlongSignatureIsRefused() {
    assertForged(verify("a".repeat(10_000) + ".b.c", BODY), Reason.MALFORMED);
  }

  @Test
  void keyEndpointInTroubleIsNobodysFault() throws GeneralSecurityException {
    plaid.down = true;

    assertThat(verify(signed(BODY), BODY)).isInstanceOf(Undecided.class);
  }

  @Test
  void troubleIsForgottenWhenPlaidIsBack() throws GeneralSecurityException {
    plaid.down = true;
    verify(signed(BODY), BODY);
    plaid.down = false;

    assertThat(verify(signed(BODY), BODY)).isInstanceOf(Genuine.class);
  }

  @Test
  void strangersCannotMakeUsAskPlaidWithoutEnd() throws GeneralSecurityException {
    for (int i = 0; i < 200; i++) {
      verify(new Signer().sign(BODY, NOW.getEpochSecond()), BODY);
    }

    assertThat(plaid.fetches.get()).isLessThanOrEqualTo(60);
  }
}
