package io.heronbridge.integration.link;

import io.heronbridge.persistence.secret.Secret;
import java.time.Duration;

/** What came of opening a hosted link. */
public sealed interface Opening {

  /**
   * It is open: the browser keeps the cookie for the age given, and the URL is worth nothing now.
   */
  record Opened(Secret cookie, Duration age) implements Opening {}

  /**
   * Its time was over.
   *
   * @param sender the lender's name, also below
   */
  record Expired(String sender) implements Opening {}

  /** It had been opened before, in another browser. */
  record Used(String sender) implements Opening {}

  /** Somebody withdrew it. */
  record Revoked(String sender) implements Opening {}

  /** There is no such link. */
  record Unknown() implements Opening {}
}
