/**
 * Disconnecting banks: at Plaid first, then here, then at Heron when it was the end user's last
 * one. What was begun is carried through, whatever stops in between.
 */
package io.heronbridge.integration.removal;
