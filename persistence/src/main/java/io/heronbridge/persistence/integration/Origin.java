package io.heronbridge.persistence.integration;

import java.net.URI;

/** Scheme, host and port of a URL: whom a secret is told when it is sent there. */
public record Origin(String value) {

  /** The origin of a URL; empty for no URL. */
  public static Origin of(String url) {
    if (url == null || url.isBlank()) {
      return new Origin("");
    }
    URI uri = URI.create(url.trim());
    return new Origin(uri.getScheme() + "://" + uri.getRawAuthority());
  }
}
