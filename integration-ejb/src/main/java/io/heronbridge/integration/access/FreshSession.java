package io.heronbridge.integration.access;

import io.heronbridge.persistence.secret.Secret;

/**
 * A session that has just begun.
 *
 * @param token for the browser's cookie; told once
 * @param csrfToken what the session's forms must carry
 */
public record FreshSession(Secret token, String csrfToken) {
  @Override
  public String toString() {
    return "fresh session";
  }
}
