/**
 * Moving the webhooks of items that were connected elsewhere: Plaid is told to send them where the
 * integration wants them.
 */
package io.heronbridge.integration.webhookmove;
