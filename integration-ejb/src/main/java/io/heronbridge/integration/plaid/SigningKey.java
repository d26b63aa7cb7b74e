package io.heronbridge.integration.plaid;

import io.heronbridge.integration.plaid.PlaidClient.VerificationKey;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** One public key of Plaid, checked to be a point on P-256 before it is used. */
final class SigningKey {
  private static final int COORDINATE_BYTES = 32;
  private static final int SIGNATURE_BYTES = 64;
  private static final ECParameterSpec P256 = p256();

  private final PublicKey key;

  private SigningKey(PublicKey key) {
    this.key = key;
  }

  /** The key, or empty when it is not what Plaid says it uses. */
  static Optional<SigningKey> of(VerificationKey jwk, String keyId) {
    boolean asPromised =
        keyId.equals(jwk.kid())
            && "EC".equals(jwk.kty())
            && "P-256".equals(jwk.crv())
            && (jwk.alg() == null || "ES256".equals(jwk.alg()))
            && (jwk.use() == null || "sig".equals(jwk.use()));
    if (!asPromised || jwk.x() == null || jwk.y() == null) {
      return Optional.empty();
    }
    try {
      byte[] x = Base64.getUrlDecoder().decode(jwk.x());
      byte[] y = Base64.getUrlDecoder().decode(jwk.y());
      if (x.length != COORDINATE_BYTES || y.length != COORDINATE_BYTES) {
        return Optional.empty();
      }
      return at(new ECPoint(new BigInteger(1, x), new BigInteger(1, y)));
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static Optional<SigningKey> at(ECPoint point) throws GeneralSecurityException {
    // Java's key factory accepts points off the curve.
    if (!isOnCurve(point)) {
      return Optional.empty();
    }
    PublicKey key = KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, P256));
    return Optional.of(new SigningKey(key));
  }

  private static boolean isOnCurve(ECPoint point) {
    BigInteger prime = ((ECFieldFp) P256.getCurve().getField()).getP();
    BigInteger x = point.getAffineX();
    BigInteger y = point.getAffineY();
    BigInteger right = x.pow(3).add(P256.getCurve().getA().multiply(x)).add(P256.getCurve().getB());
    return x.compareTo(prime) < 0
        && y.compareTo(prime) < 0
        && y.pow(2).subtract(right).mod(prime).signum() == 0;
  }

  /** Whether the 64 bytes R and S sign the data; R or S of zero never does (CVE-2022-21449). */
  boolean signed(byte[] data, byte[] signature) {
    if (signature.length != SIGNATURE_BYTES
        || isZero(signature, 0)
        || isZero(signature, SIGNATURE_BYTES / 2)) {
      return false;
    }
    try {
      Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
      verifier.initVerify(key);
      verifier.update(data);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static boolean isZero(byte[] signature, int from) {
    byte[] half = Arrays.copyOfRange(signature, from, from + SIGNATURE_BYTES / 2);
    return new BigInteger(1, half).signum() == 0;
  }

  private static ECParameterSpec p256() {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec("secp256r1"));
      return parameters.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no P-256", e);
    }
  }
}
