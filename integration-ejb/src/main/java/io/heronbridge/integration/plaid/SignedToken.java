package io.heronbridge.integration.plaid;

import static io.heronbridge.persistence.json.JsonLibrary.JSON;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** A {@code Plaid-Verification} header taken apart, strictly, before anything in it is believed. */
record SignedToken(
    String algorithm, String keyId, byte[] signedPart, byte[] signature, byte[] payload) {
  private static final int MAX_LENGTH = 4096;
  private static final Pattern PART = Pattern.compile("[A-Za-z0-9_-]+");
  private static final Pattern KEY_ID = Pattern.compile("[\\x21-\\x7e]{1,128}");

  /** What the signature vouches for. */
  record Claims(Instant issuedAt, String bodySha256) {}

  /** The token in a header; empty when it is not three base64url parts with a usable first one. */
  static Optional<SignedToken> parse(String header) {
    if (header.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String[] parts = header.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    for (String part : parts) {
      if (!PART.matcher(part).matches()) {
        return Optional.empty();
      }
    }
    return assemble(parts);
  }

  private static Optional<SignedToken> assemble(String[] parts) {
    try {
      Base64.Decoder decoder = Base64.getUrlDecoder();
      JsonObject jose = json(decoder.decode(parts[0]));
      Optional<String> algorithm = text(jose, "alg");
      Optional<String> keyId = text(jose, "kid").filter(id -> KEY_ID.matcher(id).matches());
      if (algorithm.isEmpty() || keyId.isEmpty() || jose.containsKey("crit")) {
        return Optional.empty();
      }
      return Optional.of(
          new SignedToken(
              algorithm.get(),
              keyId.get(),
              (parts[0] + "." + parts[1]).getBytes(UTF_8),
              decoder.decode(parts[2]),
              decoder.decode(parts[1])));
    } catch (RuntimeException notReadable) {
      // Parsers answer some hostile input with other exceptions than their own.
      return Optional.empty();
    }
  }

  /** The payload; to be read only after the signature was found right. */
  Optional<Claims> claims() {
    try {
      JsonObject json = json(payload);
      Optional<String> hash = text(json, "request_body_sha256");
      if (hash.isEmpty() || !(json.get("iat") instanceof JsonNumber iat) || !iat.isIntegral()) {
        return Optional.empty();
      }
      return Optional.of(new Claims(Instant.ofEpochSecond(iat.longValueExact()), hash.get()));
    } catch (RuntimeException notReadable) {
      return Optional.empty();
    }
  }

  private static JsonObject json(byte[] bytes) {
    try (JsonReader reader = JSON.createReader(new ByteArrayInputStream(bytes))) {
      return reader.readObject();
    }
  }

  private static Optional<String> text(JsonObject object, String name) {
    JsonValue value = object.get(name);
    return value instanceof JsonString string ? Optional.of(string.getString()) : Optional.empty();
  }
}
