package io.heronbridge.portal.page;

/** A form that did not come from the page we made for this person; nothing was done. */
public class RefusedFormException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RefusedFormException(String message) {
    super(message);
  }
}
