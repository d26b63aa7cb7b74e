package io.heronbridge.integration.heron;

import static io.heronbridge.integration.heron.CallbackVerdict.GENUINE;
import static io.heronbridge.integration.heron.CallbackVerdict.HERON_MALFORMED;
import static io.heronbridge.integration.heron.CallbackVerdict.HERON_NO_SECRET;
import static io.heronbridge.integration.heron.CallbackVerdict.HERON_NO_SIGNATURE;
import static io.heronbridge.integration.heron.CallbackVerdict.HERON_WRONG_SIGNATURE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.persistence.secret.Secret;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackVerifierTest {
  private static final String SECRET = "sec_0123456789abcdef";
  private static final String BODY =
      "{\"topic\":\"end_user.created\",\"data\":{\"b\":1.50,\"a\":\"x/y\"},\"meta\":null}";

  private static CallbackVerdict verify(String secrets, String signature, String body) {
    return CallbackVerifier.verify(
            new Secret(secrets).listed(), List.of(signature), body.getBytes(UTF_8))
        .verdict();
  }

  private static String signed(String secret, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void knownSignatureFits() {
    // printf '%s' '{"topic":"a"}' | openssl dgst -sha256 -hmac sec_1 -binary | base64
    assertThat(verify("sec_1", "Eb282lV/qdHm9X6I1Zqrt6hbElIU27MdlEPHTD/cvAg=", "{\"topic\":\"a\"}"))
        .isEqualTo(GENUINE);
  }

  @Test
  void theBytesAsTheyCameFit() {
    String spaced = BODY.replace(",", " ,\r\n\t");

    assertThat(verify(SECRET, signed(SECRET, spaced), spaced)).isEqualTo(GENUINE);
  }

  @Test
  void spacedBodyFitsTheSignatureOfTheCompactOne() {
    String spaced = BODY.replace(":", " : ").replace(",", ",\n");

    assertThat(verify(SECRET, signed(SECRET, BODY), spaced)).isEqualTo(GENUINE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"n\": \"Café \uD83D\uDE00 \\u007f\"}",
        "{\"n\": \"Caf\\u00e9 \\ud83d\\ude00 \\u007f\"}",
        "{\"n\": \"Caf\\u00E9 \\uD83D\\uDE00 \\u007F\"}"
      })
  void otherAlphabetsFitEscapedOrNot(String body) {
    String escaped = "{\"n\":\"Caf\\u00e9 \\ud83d\\ude00 \\u007f\"}";
    String plain = "{\"n\":\"Café \uD83D\uDE00 \u007f\"}";

    assertThat(verify(SECRET, signed(SECRET, escaped), body)).isEqualTo(GENUINE);
    assertThat(verify(SECRET, signed(SECRET, plain), body)).isEqualTo(GENUINE);
  }

  @Test
  void escapesAreWrittenTheUsualWay() {
    String odd = "{ \"a\\/b\" : \"\\u0022\\u005c\\u0008\\u000c\\u000a\\u000d\\u0009\\u0001\" }";
    String usual = "{\"a/b\":\"\\\"\\\\\\b\\f\\n\\r\\t\\u0001\"}";

    assertThat(verify(SECRET, signed(SECRET, usual), odd)).isEqualTo(GENUINE);
  }

  @Test
  void anotherOrderOfKeysIsAnotherBody() {
    assertThat(verify(SECRET, signed(SECRET, "{\"a\":1,\"b\":2}"), "{\"b\":2,\"a\":1}"))
        .isEqualTo(HERON_WRONG_SIGNATURE);
  }

  @Test
  void spaceInsideTextCounts() {
    assertThat(verify(SECRET, signed(SECRET, "{\"a\":\"bc\"}"), "{\"a\":\"b c\"}"))
        .isEqualTo(HERON_WRONG_SIGNATURE);
  }

  @Test
  void eachOfSeveralSecretsIsTried() {
    String signature = signed("sec_new", BODY);

    assertThat(verify("sec_old sec_new", signature, BODY)).isEqualTo(GENUINE);
    assertThat(verify("sec_new,\n sec_old", signature, BODY)).isEqualTo(GENUINE);
    assertThat(verify("sec_old", signature, BODY)).isEqualTo(HERON_WRONG_SIGNATURE);
  }

  @Test
  void withoutASecretNothingIsHerons() {
    CallbackVerdict verdict =
        CallbackVerifier.verify(List.of(), List.of(signed("any", BODY)), BODY.getBytes(UTF_8))
            .verdict();

    assertThat(verdict).isEqualTo(HERON_NO_SECRET);
  }

  @Test
  void signatureIsNeededOnceAndInBase64() {
    String right = signed(SECRET, BODY);
    List<Secret> secrets = List.of(new Secret(SECRET));
    byte[] body = BODY.getBytes(UTF_8);

    assertThat(CallbackVerifier.verify(secrets, List.of(), body).verdict())
        .isEqualTo(HERON_NO_SIGNATURE);
    assertThat(CallbackVerifier.verify(secrets, List.of(right, right), body).verdict())
        .isEqualTo(HERON_MALFORMED);
    for (String wrong : List.of("", "%%%", "AAAA", "A".repeat(1000))) {
      assertThat(verify(SECRET, wrong, BODY)).as(wrong).isEqualTo(HERON_MALFORMED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"", "\"\\", "\"\\u12", "\"\\q\"", "\"\\ud800\"", "not json"})
  void whatIsNoJsonFitsNothing(String body) {
    assertThat(verify(SECRET, signed(SECRET, "other"), body)).isEqualTo(HERON_WRONG_SIGNATURE);
  }

  @Test
  void whatIsNoTextFitsOnlyAsItCame() {
    byte[] bytes = "\u00ff\u00fe".getBytes(ISO_8859_1);

    assertThat(CompactJson.formsOf(bytes)).isEmpty();
  }

  @Test
  void longBodyFitsOnlyAsItCame() {
    String compact = "[1,2]" + "[]".repeat(33_000);
    String spaced = compact.replace(",", ", ");

    assertThat(verify(SECRET, signed(SECRET, spaced), spaced)).isEqualTo(GENUINE);
    assertThat(verify(SECRET, signed(SECRET, compact), spaced)).isEqualTo(HERON_WRONG_SIGNATURE);
  }

  @Test
  void depthIsNoMatter() {
    String deep = "[ ".repeat(32_000);

    assertThat(verify(SECRET, signed(SECRET, deep.replace(" ", "")), deep)).isEqualTo(GENUINE);
  }
}
