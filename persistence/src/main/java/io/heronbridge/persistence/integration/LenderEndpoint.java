package io.heronbridge.persistence.integration;

import io.heronbridge.persistence.lenderevent.LenderEventType;
import io.heronbridge.persistence.secret.Purpose;
import io.heronbridge.persistence.secret.Secret;
import io.heronbridge.persistence.secret.SecretCipher;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Where a lender's backend wants to hear of links and items, and what signs for us there. */
@Embeddable
public class LenderEndpoint {
  /** So long the secret before signs beside the new one. */
  public static final Duration OVERLAP = Duration.ofHours(24);

  @Column(name = "events_url")
  private String url;

  @Column(name = "events_types")
  private String types;

  @Column(name = "events_secret")
  private byte[] sealedSecret;

  @Column(name = "events_secret_hint")
  private String secretHint;

  @Column(name = "events_secret_before")
  private byte[] sealedSecretBefore;

  @Column(name = "events_secret_before_until")
  private Instant secretBeforeUntil;

  @Column(name = "events_off_reason")
  private String offReason;

  @Column(name = "events_gone_since")
  private Instant goneSince;

  protected LenderEndpoint() {}

  void listenAt(String address, List<LenderEventType> wanted) {
    this.url = address;
    this.types = wanted.stream().map(LenderEventType::word).collect(Collectors.joining(","));
    this.offReason = null;
    this.goneSince = null;
  }

  void switchOff(String reason) {
    this.offReason = reason;
    this.goneSince = null;
  }

  void lose(String reason, Instant now) {
    this.offReason = reason;
    this.goneSince = now;
  }

  /** A new secret signs from now on; the one before, if there is one, for a day more. */
  void rotate(SecretCipher cipher, UUID integration, Secret secret, Instant now) {
    if (sealedSecret != null) {
      this.sealedSecretBefore = sealedSecret;
      this.secretBeforeUntil = now.plus(OVERLAP);
    }
    this.sealedSecret = cipher.seal(Purpose.LENDER_EVENTS_SECRET, integration, secret);
    this.secretHint = secret.hint();
  }

  /** What signs at that time, the newest first. */
  public List<Secret> secrets(SecretCipher cipher, UUID integration, Instant now) {
    Secret newest = cipher.openSecret(Purpose.LENDER_EVENTS_SECRET, integration, sealedSecret);
    return secretBeforeUntil(now).isEmpty()
        ? List.of(newest)
        : List.of(
            newest,
            cipher.openSecret(Purpose.LENDER_EVENTS_SECRET, integration, sealedSecretBefore));
  }

  public boolean isOn() {
    return url != null && offReason == null;
  }

  /**
   * Whether an event of that type is kept: to be sent, or to be resent once the backend is back.
   */
  public boolean keeps(LenderEventType type) {
    return (isOn() || goneSince != null) && chose(type);
  }

  /** Whether events of that type are sent, while any are. */
  public boolean chose(LenderEventType type) {
    return type == LenderEventType.TEST || types().contains(type);
  }

  public String url() {
    return url;
  }

  public List<LenderEventType> types() {
    return Arrays.stream(types.split(","))
        .flatMap(word -> LenderEventType.of(word).stream())
        .toList();
  }

  public boolean hasSecret() {
    return sealedSecret != null;
  }

  public String secretHint() {
    return secretHint;
  }

  /** Until when the secret before signs too; empty when it does not. */
  public Optional<Instant> secretBeforeUntil(Instant now) {
    return Optional.ofNullable(secretBeforeUntil).filter(now::isBefore);
  }

  /** Since when the backend says that nobody listens; empty also where a person switched off. */
  public Optional<Instant> goneSince() {
    return Optional.ofNullable(goneSince).filter(since -> offReason != null);
  }

  /** Why nothing is sent; empty while events are on. */
  public Optional<String> offReason() {
    return Optional.ofNullable(offReason);
  }
}
