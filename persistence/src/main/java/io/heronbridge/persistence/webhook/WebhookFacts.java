package io.heronbridge.persistence.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** What a webhook says of itself; any text may be null, since unknown webhooks are kept too. */
@Embeddable
public class WebhookFacts {
  @Column(name = "item_id")
  private String itemId;

  @Column(name = "webhook_type")
  private String type;

  @Column(name = "webhook_code")
  private String code;

  /** Plaid's {@code iat}: five minutes after it, a strict receiver refuses the bytes. */
  @Column(name = "signed_at")
  private Instant signedAt;

  protected WebhookFacts() {}

  public WebhookFacts(String itemId, String type, String code, Instant signedAt) {
    this.itemId = itemId;
    this.type = type;
    this.code = code;
    this.signedAt = signedAt;
  }

  public String itemId() {
    return itemId;
  }

  public String type() {
    return type;
  }

  public String code() {
    return code;
  }

  public Instant signedAt() {
    return signedAt;
  }
}
