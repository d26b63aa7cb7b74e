/** Plaid's webhooks as they were received, byte for byte, and what became of each. */
package io.heronbridge.persistence.webhook;
