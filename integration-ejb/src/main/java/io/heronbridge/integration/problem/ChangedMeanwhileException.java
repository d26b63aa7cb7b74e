package io.heronbridge.integration.problem;

import jakarta.ejb.ApplicationException;

/** What was to be changed is not any more what the caller saw; the message says which. */
@ApplicationException(rollback = true)
public class ChangedMeanwhileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ChangedMeanwhileException(String message) {
    super(message);
  }
}
