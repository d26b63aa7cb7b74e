package io.heronbridge.sandbox.plaid;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Json;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** A P-256 key that signs webhooks until it is replaced. */
public final class SigningKey {
  private static final int COORDINATE_BYTES = 32;
  private final String id = UUID.randomUUID().toString();
  private final KeyPair pair = generate();
  private final Instant createdAt = Instant.now();
  private volatile Optional<Instant> expiredAt = Optional.empty();

  private static KeyPair generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK cannot make P-256 keys", e);
    }
  }

  public String id() {
    return id;
  }

  public PublicKey publicKey() {
    return pair.getPublic();
  }

  PrivateKey privateKey() {
    return pair.getPrivate();
  }

  public boolean isExpired() {
    return expiredAt.isPresent();
  }

  void expire() {
    expiredAt = Optional.of(Instant.now());
  }

  /** The key as Plaid publishes it. */
  public JsonObject toJwk() {
    ECPublicKey key = (ECPublicKey) pair.getPublic();
    return Json.object(
        "alg",
        "ES256",
        "created_at",
        createdAt.getEpochSecond(),
        "crv",
        "P-256",
        "expired_at",
        expiredAt.map(Instant::getEpochSecond),
        "kid",
        id,
        "kty",
        "EC",
        "use",
        "sig",
        "x",
        coordinate(key.getW().getAffineX()),
        "y",
        coordinate(key.getW().getAffineY()));
  }

  private static String coordinate(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] fixed = new byte[COORDINATE_BYTES];
    int length = Math.min(bytes.length, COORDINATE_BYTES);
    System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE_BYTES - length, length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
  }
}
