package io.heronbridge.persistence.integration;

import io.heronbridge.persistence.lenderevent.LenderEventType;
import io.heronbridge.persistence.secret.Secret;
import io.heronbridge.persistence.secret.SecretCipher;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One lender's Plaid client joined to one of their Heron integrations. */
@Entity
@Table(name = "integration")
public class Integration {
  @Id private UUID id;

  private String name;

  @Enumerated(EnumType.STRING)
  private IntegrationStatus status;

  @Column(name = "paused_reason")
  private String pausedReason;

  @Embedded private PlaidAccount plaid;
  @Embedded private HeronAccount heron;
  @Embedded private LinkSettings link;

  /** Null until it is set up. */
  @Embedded private LenderEndpoint events;

  @Enumerated(EnumType.STRING)
  @Column(name = "webhook_delivery")
  private WebhookDelivery webhookDelivery;

  /** LINK webhooks carry live public tokens, so Heron gets them only when asked for. */
  @Column(name = "relay_link_webhooks")
  private boolean relayLinkWebhooks;

  /** Hosts a link session may send the end user back to. */
  @Convert(converter = WordList.class)
  @Column(name = "return_hosts")
  private List<String> returnHosts;

  @Version private int version;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected Integration() {}

  public Integration(UUID id, Instant now) {
    this.id = id;
    this.status = IntegrationStatus.ACTIVE;
    this.createdAt = now;
    this.updatedAt = now;
  }

  /**
   * Replaces everything but the secrets, which are kept until {@link #keepSecrets} brings new ones.
   */
  public void describe(IntegrationDescription description, Instant now) {
    PlaidAccount earlierPlaid = plaid;
    HeronAccount earlierHeron = heron;
    this.name = description.name();
    this.plaid = description.plaid();
    this.heron = description.heron();
    this.link = description.link();
    this.webhookDelivery = description.webhookDelivery();
    this.relayLinkWebhooks = description.relayLinkWebhooks();
    this.returnHosts = description.returnHosts();
    this.updatedAt = now;
    if (earlierPlaid != null) {
      plaid.keepSecretOf(earlierPlaid);
    }
    if (earlierHeron != null) {
      heron.keepSecretsOf(earlierHeron);
    }
  }

  /** Seals the secrets that are given; an absent one stays as it was. */
  public void keepSecrets(
      SecretCipher cipher,
      Optional<Secret> plaidSecret,
      Optional<Secret> heronKey,
      Optional<Secret> heronWebhookSecret) {
    plaidSecret.ifPresent(secret -> plaid.keepSecret(cipher, id, secret, heron.origin()));
    heronKey.ifPresent(key -> heron.keepApiKey(cipher, id, key));
    heronWebhookSecret.ifPresent(secret -> heron.keepWebhookSecret(cipher, id, secret));
  }

  /** Another integration at Heron, of the same account, takes the links from now on. */
  public void sendLinksTo(String linkUrl, Instant now) {
    heron.sendLinksTo(linkUrl);
    this.updatedAt = now;
  }

  /** The lender's backend hears of these types there from now on. */
  public void tellLenderAt(String url, List<LenderEventType> types, Instant now) {
    if (events == null) {
      this.events = new LenderEndpoint();
    }
    events.listenAt(url, types);
    this.updatedAt = now;
  }

  /** Nothing more is kept for the lender's backend until somebody sets it up anew. */
  public void switchEventsOff(String reason, Instant now) {
    events().ifPresent(endpoint -> endpoint.switchOff(reason));
    this.updatedAt = now;
  }

  /** The same, but what happens meanwhile is kept: the lender's backend is gone, not unwilling. */
  public void loseLendersBackend(String reason, Instant now) {
    events().ifPresent(endpoint -> endpoint.lose(reason, now));
    this.updatedAt = now;
  }

  /** Another secret signs what the lender's backend is told; only where that was set up. */
  public void rotateEventsSecret(SecretCipher cipher, Secret secret, Instant now) {
    events.rotate(cipher, id, secret, now);
    this.updatedAt = now;
  }

  /** Holds this integration's links until someone resumes it; the webhook relay goes on. */
  public void pause(String reason, Instant now) {
    go(IntegrationStatus.PAUSED, "pause");
    this.pausedReason = reason;
    this.updatedAt = now;
  }

  public void resume(Instant now) {
    if (isPaused()) {
      go(IntegrationStatus.ACTIVE, "resume");
    }
    this.pausedReason = null;
    this.updatedAt = now;
  }

  private void go(IntegrationStatus to, String verb) {
    this.status = IntegrationStatus.ARROWS.follow(status, to, verb, "integration " + id);
  }

  public UUID id() {
    return id;
  }

  public String name() {
    return name;
  }

  public IntegrationStatus status() {
    return status;
  }

  public boolean isPaused() {
    return status == IntegrationStatus.PAUSED;
  }

  public Optional<String> pausedReason() {
    return Optional.ofNullable(pausedReason);
  }

  public PlaidAccount plaid() {
    return plaid;
  }

  public HeronAccount heron() {
    return heron;
  }

  /** Whether the Plaid secret was entered for the Heron that is there now. */
  public boolean mayTellHeronPlaidSecret() {
    return plaid.maySecretGoTo(heron.origin());
  }

  public LinkSettings link() {
    return link;
  }

  /** Where the lender's backend hears of what happens; empty when it was never set up. */
  public Optional<LenderEndpoint> events() {
    return Optional.ofNullable(events);
  }

  public WebhookDelivery webhookDelivery() {
    return webhookDelivery;
  }

  public boolean relaysLinkWebhooks() {
    return relayLinkWebhooks;
  }

  public List<String> returnHosts() {
    return returnHosts;
  }

  public int version() {
    return version;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }
}
