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
   * Who made the link.
   *
   * @param name the lender's
   * @param language of the integration's links
   */
  record Sender(String name, String language) {}

  /** Its time was over. */
  record Expired(Sender sender) implements Opening {}

  /** It had been opened before, in another browser. */
  record Used(Sender sender) implements Opening {}

  /** Somebody withdrew it. */
  record Revoked(Sender sender) implements Opening {}

  /** There is no such link. */
  record Unknown() implements Opening {}
}
