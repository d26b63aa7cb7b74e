package io.heronbridge.integration.problem;

import jakarta.ejb.ApplicationException;

/** What was asked for does not exist, or is not for this caller to know of. */
@ApplicationException(rollback = true)
public class NotFoundException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param what a noun and id, such as {@code integration 5f…}
   */
  public NotFoundException(String what) {
    super("There is no " + what + ".");
  }
}
