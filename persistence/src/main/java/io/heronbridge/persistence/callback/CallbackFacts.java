package io.heronbridge.persistence.callback;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;

/** What a callback says of itself; nothing of it is required. */
@Embeddable
public class CallbackFacts {
  private String topic;

  @Column(name = "item_id")
  private String itemId;

  @Column(name = "end_user_id")
  private String endUserId;

  protected CallbackFacts() {}

  /** Each part may be null. */
  public CallbackFacts(String topic, String itemId, String endUserId) {
    this.topic = topic;
    this.itemId = itemId;
    this.endUserId = endUserId;
  }

  public Optional<String> topic() {
    return Optional.ofNullable(topic);
  }

  public Optional<String> itemId() {
    return Optional.ofNullable(itemId);
  }

  public Optional<String> endUserId() {
    return Optional.ofNullable(endUserId);
  }
}
