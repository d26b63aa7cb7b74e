package io.heronbridge.sandbox.heron;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Checks the token that comes with a webhook of Plaid's, as a careful receiver would. */
public final class SignatureCheck {
  private static final long OLDEST_SECONDS = 300;
  private static final long LEEWAY_SECONDS = 60;
  private static final int SIGNATURE_BYTES = 64;

  /** Java 17's own takes ten times as long, which a sandbox under load would be slow by. */
  private static final Provider PROVIDER = new BouncyCastleProvider();

  private final Function<String, Optional<PublicKey>> keys;

  /** What the check found; the age is known once a payload could be read. */
  public record Verdict(Finding finding, OptionalLong ageSeconds) {
    public boolean isValid() {
      return finding == Finding.VALID;
    }
  }

  /** The first thing that is wrong, or nothing. */
  public enum Finding {
    VALID,
    MISSING,
    REPEATED,
    MALFORMED,
    WRONG_ALGORITHM,
    UNKNOWN_KEY,
    BAD_SIGNATURE,
    STALE,
    FROM_THE_FUTURE,
    OTHER_BODY
  }

  private record Parts(JsonObject header, JsonObject payload, String signed, byte[] signature) {}

  /** Keys are asked for by id; those that may not be used any more are not to be found. */
  public SignatureCheck(Function<String, Optional<PublicKey>> keys) {
    this.keys = keys;
  }

  public Verdict check(List<String> tokens, byte[] body, Instant now) {
    if (tokens.size() != 1) {
      return unread(tokens.isEmpty() ? Finding.MISSING : Finding.REPEATED);
    }
    Optional<Parts> read = read(tokens.get(0));
    if (read.isEmpty()) {
      return unread(Finding.MALFORMED);
    }
    Parts parts = read.get();
    JsonElement issuedAt = parts.payload().get("iat");
    if (!Json.isNumber(issuedAt)) {
      return unread(Finding.MALFORMED);
    }
    long age = now.getEpochSecond() - issuedAt.getAsLong();
    return new Verdict(judge(parts, body, age), OptionalLong.of(age));
  }

  private static Verdict unread(Finding finding) {
    return new Verdict(finding, OptionalLong.empty());
  }

  private Finding judge(Parts parts, byte[] body, long age) {
    if (!Json.text(parts.header(), "alg").orElse("").equals("ES256")) {
      return Finding.WRONG_ALGORITHM;
    }
    Optional<PublicKey> key = Json.text(parts.header(), "kid").flatMap(keys);
    if (key.isEmpty()) {
      return Finding.UNKNOWN_KEY;
    }
    if (!isSigned(parts, key.get())) {
      return Finding.BAD_SIGNATURE;
    }
    if (age > OLDEST_SECONDS) {
      return Finding.STALE;
    }
    if (age < -LEEWAY_SECONDS) {
      return Finding.FROM_THE_FUTURE;
    }
    String claimed = Json.text(parts.payload(), "request_body_sha256").orElse("");
    return claimed.equals(sha256(body)) ? Finding.VALID : Finding.OTHER_BODY;
  }

  private static Optional<Parts> read(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3 || token.contains("=")) {
      return Optional.empty();
    }
    try {
      byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
      Optional<JsonObject> payload = object(parts[1]);
      return object(parts[0])
          .flatMap(
              header ->
                  payload.map(
                      claims -> new Parts(header, claims, parts[0] + "." + parts[1], signature)));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static Optional<JsonObject> object(String part) {
    return Json.parseObject(
        new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
  }

  private static boolean isSigned(Parts parts, PublicKey key) {
    if (parts.signature().length != SIGNATURE_BYTES) {
      return false;
    }
    try {
      Signature signature = Signature.getInstance("SHA256withPLAIN-ECDSA", PROVIDER);
      signature.initVerify(key);
      signature.update(parts.signed().getBytes(StandardCharsets.US_ASCII));
      return signature.verify(parts.signature());
    } catch (GeneralSecurityException unusable) {
      return false;
    }
  }

  private static String sha256(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }
}
