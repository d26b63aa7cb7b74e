package io.heronbridge.integration.plaid;

import io.heronbridge.integration.plaid.PlaidClient.VerificationKey;
import io.heronbridge.persistence.secret.Hash;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;

/**
 * One public key of Plaid, checked to be a point on P-256 before it is used. Bouncy Castle knows a
 * tenfold faster way over this curve than Java 17 (see {@code ./bench micro}).
 */
final class SigningKey {
  private static final int COORDINATE_BYTES = 32;
  private static final int SIGNATURE_BYTES = 64;
  private static final ECNamedDomainParameters P256 =
      new ECNamedDomainParameters(
          SECObjectIdentifiers.secp256r1,
          CustomNamedCurves.getByOID(SECObjectIdentifiers.secp256r1));

  private final ECPublicKeyParameters key;

  private SigningKey(ECPublicKeyParameters key) {
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
      // Both refuse: the curve coordinates outside the field, the key points off the curve.
      var point = P256.getCurve().createPoint(new BigInteger(1, x), new BigInteger(1, y));
      return Optional.of(new SigningKey(new ECPublicKeyParameters(point, P256)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether the 64 bytes R and S sign the data; R or S of zero never does (CVE-2022-21449). */
  boolean signed(byte[] data, byte[] signature) {
    if (signature.length != SIGNATURE_BYTES) {
      return false;
    }
    BigInteger r = half(signature, 0);
    BigInteger s = half(signature, SIGNATURE_BYTES / 2);
    if (r.signum() == 0 || s.signum() == 0) {
      return false;
    }
    ECDSASigner verifier = new ECDSASigner();
    verifier.init(false, key);
    return verifier.verifySignature(Hash.sha256(data), r, s);
  }

  private static BigInteger half(byte[] signature, int from) {
    return new BigInteger(1, Arrays.copyOfRange(signature, from, from + SIGNATURE_BYTES / 2));
  }
}
