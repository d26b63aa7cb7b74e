/**
 * The simulated Plaid: link tokens, items, accounts, webhook signing and webhook delivery.
 *
 * <p>Answers follow the published API closely enough for Plaid's own Java client to read them.
 */
package io.heronbridge.sandbox.plaid;
