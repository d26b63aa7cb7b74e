package io.heronbridge.sandbox.lender;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.heronbridge.sandbox.http.Request;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Verifies an event as Standard Webhooks tells receivers to. */
final class EventSignature {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String VERSION = "v1,";
  private static final String PREFIX = "whsec_";
  private static final long TOLERATED_SECONDS = 300;

  private EventSignature() {}

  /** The signatures that came with it. */
  static List<String> of(Request request) {
    return Arrays.stream(request.header("webhook-signature").orElse("").split(" "))
        .filter(each -> each.startsWith(VERSION))
        .map(each -> each.substring(VERSION.length()))
        .toList();
  }

  /** Whether one of its signatures was made with the secret, and lately. */
  static boolean verifies(String secret, Request request, Instant now) {
    String time = request.header("webhook-timestamp").orElse("");
    if (!time.matches("[0-9]{1,12}")
        || Math.abs(now.getEpochSecond() - Long.parseLong(time)) > TOLERATED_SECONDS) {
      return false;
    }
    ByteArrayOutputStream signed = new ByteArrayOutputStream();
    signed.writeBytes((request.header("webhook-id").orElse("") + "." + time + ".").getBytes(UTF_8));
    signed.writeBytes(request.body());
    byte[] expected = mac(secret, signed.toByteArray()).getBytes(UTF_8);
    return of(request).stream()
        .anyMatch(each -> MessageDigest.isEqual(expected, each.getBytes(UTF_8)));
  }

  private static String mac(String secret, byte[] signed) {
    try {
      byte[] key = Base64.getDecoder().decode(secret.replaceFirst("^" + PREFIX, ""));
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return Base64.getEncoder().encodeToString(mac.doFinal(signed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no " + ALGORITHM, e);
    }
  }
}
