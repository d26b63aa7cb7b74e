package io.heronbridge.sandbox.plaid;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A permission to open Link, with what was asked for when it was made. */
public record LinkToken(
    String value,
    Instant createdAt,
    Instant expiresAt,
    String clientName,
    List<String> products,
    List<String> countryCodes,
    String language,
    Optional<String> webhook,
    Optional<String> redirectUri,
    Optional<SandboxItem> updates,
    boolean choosesAccounts,
    boolean hosted) {
  private static final int LONGEST_NAME = 30;

  /** The name that Link shows; one that is too long is silently replaced. */
  public String shownName() {
    return clientName.length() > LONGEST_NAME ? "This Application" : clientName;
  }

  public boolean isUpdate() {
    return updates.isPresent();
  }

  LinkToken updating(Optional<SandboxItem> item) {
    return new LinkToken(
        value,
        createdAt,
        expiresAt,
        clientName,
        products,
        countryCodes,
        language,
        webhook,
        redirectUri,
        item,
        choosesAccounts,
        hosted);
  }

  boolean isExpired(Instant now) {
    return !now.isBefore(expiresAt);
  }
}
