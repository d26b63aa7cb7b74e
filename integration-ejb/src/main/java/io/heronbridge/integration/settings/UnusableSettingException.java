package io.heronbridge.integration.settings;

/** A setting is missing, malformed or unknown; the message names it and what was expected. */
public class UnusableSettingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnusableSettingException(String message) {
    super(message);
  }
}
