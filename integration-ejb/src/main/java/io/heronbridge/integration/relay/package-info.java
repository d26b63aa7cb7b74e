/** Webhooks from Plaid: verified, kept durably, passed on to Heron byte for byte. */
package io.heronbridge.integration.relay;
