package io.heronbridge.integration.heron;

import static io.heronbridge.integration.heron.CallbackVerdict.GENUINE;
import static io.heronbridge.integration.heron.CallbackVerdict.HERON_MALFORMED;
import static io.heronbridge.integration.heron.CallbackVerdict.HERON_NO_SECRET;
import static io.heronbridge.integration.heron.CallbackVerdict.HERON_NO_SIGNATURE;
import static io.heronbridge.integration.heron.CallbackVerdict.HERON_WRONG_SIGNATURE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.heronbridge.persistence.secret.Hash;
import io.heronbridge.persistence.secret.Secret;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a webhook is Heron's: {@code Heron-Signature} is the base64 of the HMAC-SHA256
 * over the body. Heron's samples sign compact JSON, with and without non-ASCII characters escaped,
 * so both are tried when the bytes themselves do not fit.
 */
public final class CallbackVerifier {
  private static final int LONGEST_SIGNATURE = 200;
  private static final int SIGNATURE_BYTES = 32;

  private CallbackVerifier() {}

  /**
   * What a callback was found to be.
   *
   * @param signature decoded, when it is genuine
   */
  public record Finding(CallbackVerdict verdict, Optional<byte[]> signature) {
    private static Finding without(CallbackVerdict verdict) {
      return new Finding(verdict, Optional.empty());
    }
  }

  /**
   * @param secrets any of which may have signed it
   * @param signatures every value of the {@code Heron-Signature} header
   */
  public static Finding verify(List<Secret> secrets, List<String> signatures, byte[] body) {
    if (secrets.isEmpty()) {
      return Finding.without(HERON_NO_SECRET);
    }
    if (signatures.isEmpty()) {
      return Finding.without(HERON_NO_SIGNATURE);
    }
    Optional<byte[]> signature = signatureIn(signatures);
    if (signature.isEmpty()) {
      return Finding.without(HERON_MALFORMED);
    }
    boolean genuine =
        anySigned(secrets, signature.get(), body)
            || CompactJson.formsOf(body).stream()
                .anyMatch(form -> anySigned(secrets, signature.get(), form));
    return genuine ? new Finding(GENUINE, signature) : Finding.without(HERON_WRONG_SIGNATURE);
  }

  /** The one signature, decoded; empty when there is none that could be right. */
  private static Optional<byte[]> signatureIn(List<String> signatures) {
    return signatures.size() == 1
        ? decoded(signatures.get(0)).filter(bytes -> bytes.length == SIGNATURE_BYTES)
        : Optional.empty();
  }

  private static Optional<byte[]> decoded(String signature) {
    String text = signature.strip();
    if (text.isEmpty() || text.length() > LONGEST_SIGNATURE) {
      return Optional.empty();
    }
    try {
      return Optional.of(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean anySigned(List<Secret> secrets, byte[] signature, byte[] bytes) {
    return secrets.stream()
        .map(secret -> Hash.hmacSha256(secret.reveal().getBytes(UTF_8), bytes))
        .anyMatch(expected -> MessageDigest.isEqual(expected, signature));
  }
}
