package io.heronbridge.persistence.webhook;

import io.heronbridge.persistence.secret.Hash;
import io.heronbridge.persistence.secret.Purpose;
import io.heronbridge.persistence.secret.SecretCipher;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A webhook whose signature was Plaid's, kept exactly as it came. */
@Entity
@Table(name = "received_webhook")
public class ReceivedWebhook {
  @Id private UUID id;

  private UUID integration;

  @Embedded private WebhookFacts facts;

  /** The bytes as received; sealed when they carry live public tokens (type LINK). */
  private byte[] body;

  @Column(name = "body_sealed")
  private boolean bodySealed;

  @Column(name = "body_sha256")
  private byte[] bodySha256;

  /** Of the whole signature header; null for webhooks from before it was kept. */
  @Column(name = "signature_sha256")
  private byte[] signatureSha256;

  @Convert(converter = HeaderList.class)
  private List<Header> headers;

  @Column(name = "received_at")
  private Instant receivedAt;

  @Enumerated(EnumType.STRING)
  private WebhookStatus status;

  /** Whether it failed or waits for a refresh; an index finds these few among all the others. */
  private boolean missed;

  /** Why it is where it is, in words for people; null when there is nothing to say. */
  private String reason;

  private int attempts;

  @Column(name = "delivered_at")
  private Instant deliveredAt;

  protected ReceivedWebhook() {}

  public ReceivedWebhook(UUID integration, WebhookFacts facts, List<Header> headers, Instant now) {
    this.id = UUID.randomUUID();
    this.integration = integration;
    this.facts = facts;
    this.headers = headers;
    this.receivedAt = now;
    this.status = WebhookStatus.PENDING;
  }

  /** Remembers the signature it came with, so that its return is recognised. */
  public void rememberSignature(byte[] sha256) {
    this.signatureSha256 = sha256.clone();
  }

  public void keepBody(byte[] bytes) {
    this.body = bytes;
    this.bodySha256 = Hash.sha256(bytes);
  }

  public void sealBody(SecretCipher cipher, byte[] bytes) {
    this.body = cipher.seal(Purpose.WEBHOOK_BODY, id, bytes);
    this.bodySealed = true;
    this.bodySha256 = Hash.sha256(bytes);
  }

  /** The bytes as received. */
  public byte[] body(SecretCipher cipher) {
    return bodySealed ? cipher.open(Purpose.WEBHOOK_BODY, id, body) : body.clone();
  }

  public void deliver(Instant now) {
    go(WebhookStatus.DELIVERED, "deliver");
    this.deliveredAt = now;
    this.reason = null;
  }

  public void await(String why) {
    go(WebhookStatus.PENDING, "await");
    this.reason = why;
  }

  public void requestRefresh(String why) {
    go(WebhookStatus.REFRESH_REQUESTED, "request refresh");
    this.reason = why;
  }

  public void refreshed() {
    go(WebhookStatus.REFRESHED, "refreshed");
    this.reason = null;
  }

  /** What Heron has, or has pulled since, is not undone by a call that ended badly afterwards. */
  public void fail(String why) {
    if (WebhookStatus.ARROWS.lead(status, WebhookStatus.FAILED, "fail")) {
      go(WebhookStatus.FAILED, "fail");
      this.reason = why;
    }
  }

  /** Only what is still on its way can be kept back. */
  public void keepToOurselves(String why) {
    if (WebhookStatus.ARROWS.lead(status, WebhookStatus.NOT_RELAYED, "keep to ourselves")) {
      go(WebhookStatus.NOT_RELAYED, "keep to ourselves");
      this.reason = why;
    }
  }

  private void go(WebhookStatus to, String verb) {
    this.status = WebhookStatus.ARROWS.follow(status, to, verb, "webhook " + id);
    this.missed = to == WebhookStatus.FAILED || to == WebhookStatus.REFRESH_REQUESTED;
  }

  public void countAttempt() {
    this.attempts++;
  }

  public UUID id() {
    return id;
  }

  public UUID integration() {
    return integration;
  }

  public WebhookFacts facts() {
    return facts;
  }

  public boolean isBodySealed() {
    return bodySealed;
  }

  public byte[] bodySha256() {
    return bodySha256.clone();
  }

  public List<Header> headers() {
    return headers;
  }

  public Instant receivedAt() {
    return receivedAt;
  }

  public WebhookStatus status() {
    return status;
  }

  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  public int attempts() {
    return attempts;
  }

  public Optional<Instant> deliveredAt() {
    return Optional.ofNullable(deliveredAt);
  }
}
