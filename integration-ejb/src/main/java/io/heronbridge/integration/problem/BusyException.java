package io.heronbridge.integration.problem;

import jakarta.ejb.ApplicationException;

/** Too many ask for the same at once; nothing was done. */
@ApplicationException(rollback = true)
public class BusyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BusyException(String message) {
    super(message);
  }
}
