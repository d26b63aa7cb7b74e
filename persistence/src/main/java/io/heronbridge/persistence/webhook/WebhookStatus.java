package io.heronbridge.persistence.webhook;

import io.heronbridge.persistence.lifecycle.Arrows;

/** What became of a received webhook. */
public enum WebhookStatus {
  PENDING,
  DELIVERED,
  /**
   * Too late to be relayed: Heron was asked, or is being asked, to pull the item's data instead.
   */
  REFRESH_REQUESTED,
  /** Heron has pulled the item's data since. */
  REFRESHED,
  /** Kept, but not meant for Heron. */
  NOT_RELAYED,
  FAILED;

  /** Every arrow; the verbs are those of {@link ReceivedWebhook}. */
  public static final Arrows<WebhookStatus> ARROWS =
      Arrows.starting(PENDING, "receive")
          .and(PENDING, PENDING, "await")
          .and(PENDING, DELIVERED, "deliver")
          .and(PENDING, REFRESH_REQUESTED, "request refresh")
          .and(PENDING, FAILED, "fail")
          .and(PENDING, NOT_RELAYED, "keep to ourselves")
          .and(REFRESH_REQUESTED, REFRESHED, "refreshed")
          .and(REFRESH_REQUESTED, FAILED, "fail")
          .and(DELIVERED, PENDING, "await")
          .and(REFRESH_REQUESTED, PENDING, "await")
          .and(REFRESHED, PENDING, "await")
          .and(FAILED, PENDING, "await")
          .and(DELIVERED, REFRESH_REQUESTED, "request refresh")
          .and(REFRESH_REQUESTED, REFRESH_REQUESTED, "request refresh")
          .and(REFRESHED, REFRESH_REQUESTED, "request refresh")
          .and(FAILED, REFRESH_REQUESTED, "request refresh")
          .and(REFRESH_REQUESTED, DELIVERED, "deliver")
          .and(REFRESHED, DELIVERED, "deliver")
          .and(FAILED, DELIVERED, "deliver");
}
