package io.heronbridge.persistence.integration;

/** Where Plaid sends an item's webhooks: to us, who relay them, or straight to Heron. */
public enum WebhookDelivery {
  RELAY,
  DIRECT
}
