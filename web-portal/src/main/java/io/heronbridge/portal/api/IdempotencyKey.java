package io.heronbridge.portal.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.heronbridge.persistence.secret.Hash;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a caller puts on a call to have it done once, however often it is sent. */
record IdempotencyKey(String value) {
  static final String HEADER = "Idempotency-Key";

  private static final Pattern VISIBLE = Pattern.compile("[\\x20-\\x7e]{1,255}");

  /**
   * @param header as it came; null when there was none
   * @throws MalformedException when it is not 1 to 255 characters of ASCII
   */
  static Optional<IdempotencyKey> read(String header) {
    if (header == null) {
      return Optional.empty();
    }
    if (!VISIBLE.matcher(header).matches()) {
      throw new MalformedException(HEADER, "must be 1 to 255 visible ASCII characters");
    }
    return Optional.of(new IdempotencyKey(header));
  }

  /**
   * SHA-256 of whose key it is and for what: another API key or path is another call.
   *
   * @param apiKeyId not its value, which changes when it is rotated
   */
  byte[] scope(String apiKeyId, String path) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(Hash.sha256(apiKeyId.getBytes(UTF_8)));
    all.writeBytes(Hash.sha256(path.getBytes(UTF_8)));
    all.writeBytes(value.getBytes(UTF_8));
    return Hash.sha256(all.toByteArray());
  }
}
