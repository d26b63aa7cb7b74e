package io.heronbridge.persistence.database;

/** The database was migrated by something else than this version; the message is for people. */
public class UnusableSchemaException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnusableSchemaException(String message, Throwable cause) {
    super(message, cause);
  }
}
