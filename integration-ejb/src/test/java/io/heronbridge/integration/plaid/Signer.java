package io.heronbridge.integration.plaid;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.heronbridge.integration.plaid.PlaidClient.VerificationKey;
import io.heronbridge.persistence.secret.Hash;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/** Signs webhooks as Plaid does, and in every wrong way a test needs. */
final class Signer {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  final String kid = UUID.randomUUID().toString();
  private final KeyPair keys;
  String algorithm = "ES256";
  boolean derSignature;

  Signer() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    keys = generator.generateKeyPair();
  }

  VerificationKey jwk(boolean expired) {
    ECPublicKey key = (ECPublicKey) keys.getPublic();
    return new VerificationKey(
        kid,
        "EC",
        "P-256",
        "ES256",
        "sig",
        coordinate(key.getW().getAffineX()),
        coordinate(key.getW().getAffineY()),
        expired);
  }

  private static String coordinate(BigInteger value) {
    byte[] bytes = value.toByteArray();
    byte[] fixed = new byte[32];
    int length = Math.min(bytes.length, 32);
    System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
    return BASE64.encodeToString(fixed);
  }

  String sign(byte[] body, long iat) throws GeneralSecurityException {
    return signClaims(
        "{\"iat\":%d,\"request_body_sha256\":\"%s\"}"
            .formatted(iat, HexFormat.of().formatHex(Hash.sha256(body))));
  }

  String signClaims(String claims) throws GeneralSecurityException {
    String header = "{\"alg\":\"%s\",\"kid\":\"%s\",\"typ\":\"JWT\"}".formatted(algorithm, kid);
    String signed =
        BASE64.encodeToString(header.getBytes(UTF_8))
            + "."
            + BASE64.encodeToString(claims.getBytes(UTF_8));
    Signature signature =
        Signature.getInstance(derSignature ? "SHA256withECDSA" : "SHA256withECDSAinP1363Format");
    signature.initSign(keys.getPrivate());
    signature.update(signed.getBytes(UTF_8));
    return signed + "." + BASE64.encodeToString(signature.sign());
  }

  /** The token with its signature replaced by zeroes. */
  static String zeroed(String token) {
    byte[] zeroes = new byte[64];
    Arrays.fill(zeroes, (byte) 0);
    return token.substring(0, token.lastIndexOf('.') + 1) + BASE64.encodeToString(zeroes);
  }
}
