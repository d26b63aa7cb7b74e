package io.heronbridge.persistence.secret;

/** A sealed secret did not open: wrong keyset, or the ciphertext was moved or changed. */
public class SealBrokenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SealBrokenException(String message, Throwable cause) {
    super(message, cause);
  }
}
