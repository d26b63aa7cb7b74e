package io.heronbridge.sandbox.plaid;

import io.heronbridge.sandbox.http.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/** Makes the token that Plaid sends in the header {@code Plaid-Verification}. */
public final class WebhookSigner {
  /** The header that carries the token. */
  public static final String HEADER = "Plaid-Verification";

  private WebhookSigner() {}

  /** Signs the very bytes that will be sent. */
  public static String sign(byte[] body, SigningKey key, Instant issuedAt) {
    String header = encode(Json.bytes(Json.object("alg", "ES256", "kid", key.id(), "typ", "JWT")));
    String payload =
        encode(
            Json.bytes(
                Json.object(
                    "iat", issuedAt.getEpochSecond(), "request_body_sha256", sha256(body))));
    String signed = header + "." + payload;
    return signed + "." + encode(signature(signed, key));
  }

  private static byte[] signature(String text, SigningKey key) {
    try {
      // The P1363 form is R and S side by side, 64 bytes, which is what JOSE wants.
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(key.privateKey());
      signature.update(text.getBytes(StandardCharsets.US_ASCII));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign a webhook", e);
    }
  }

  private static String sha256(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
