package io.heronbridge.integration.startup;

/** The database is away, or did not answer in time; what was asked of it may have been done. */
public class DatabaseAwayException extends Exception {
  private static final long serialVersionUID = 1L;

  public DatabaseAwayException(String message) {
    super(message);
  }
}
