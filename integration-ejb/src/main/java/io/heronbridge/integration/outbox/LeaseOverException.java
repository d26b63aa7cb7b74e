package io.heronbridge.integration.outbox;

/** The lease ended before anything was sent: whoever has the message now sends it. */
public final class LeaseOverException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LeaseOverException() {
    super("the lease is over", null, false, false);
  }

  static boolean isAt(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof LeaseOverException) {
        return true;
      }
    }
    return false;
  }
}
