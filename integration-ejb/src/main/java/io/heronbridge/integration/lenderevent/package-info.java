/**
 * What lenders' backends are told: promised in the transaction of what has happened, sent through
 * the outbox, signed as Standard Webhooks has it.
 */
package io.heronbridge.integration.lenderevent;
