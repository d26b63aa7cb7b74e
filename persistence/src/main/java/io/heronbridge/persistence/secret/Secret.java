package io.heronbridge.persistence.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/** A value that is never logged, never shown and never stored in clear: a key or a token. */
public final class Secret {
  private static final int HINT_LENGTH = 4;
  private static final int HINTABLE_LENGTH = 8;

  private final String value;

  /**
   * @throws IllegalArgumentException when the value is blank
   */
  public Secret(String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("secret is blank");
    }
    this.value = value;
  }

  /** For the wire and the cipher only; SecretRulesTest lists who may call it. */
  public String reveal() {
    return value;
  }

  /**
   * The secrets in a list of them, separated by spaces or commas, as while one replaces another.
   */
  public List<Secret> listed() {
    return Arrays.stream(value.split("[,\\s]+"))
        .filter(part -> !part.isEmpty())
        .map(Secret::new)
        .toList();
  }

  public boolean isShorterThan(int length) {
    return value.length() < length;
  }

  /** The last four characters, by which a person recognises a key; nothing of a short one. */
  public String hint() {
    return value.length() < HINTABLE_LENGTH
        ? "…"
        : "…" + value.substring(value.length() - HINT_LENGTH);
  }

  /** SHA-256 of the value: recognises a secret without keeping it. */
  public byte[] hash() {
    return Hash.sha256(value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && MessageDigest.isEqual(hash(), secret.hash());
  }

  @Override
  public int hashCode() {
    return 0;
  }

  @Override
  public String toString() {
    return "secret(hidden)";
  }
}
