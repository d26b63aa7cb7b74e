/** Making items known to Heron: the handler behind the outbox, and resending by hand. */
package io.heronbridge.integration.integrationlink;
