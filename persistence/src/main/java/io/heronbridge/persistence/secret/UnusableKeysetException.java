package io.heronbridge.persistence.secret;

/** The keyset file is missing, unreadable or not the one this database was sealed with. */
public class UnusableKeysetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnusableKeysetException(String message) {
    super(message);
  }

  public UnusableKeysetException(String message, Throwable cause) {
    super(message, cause);
  }
}
