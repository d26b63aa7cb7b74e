/**
 * The state of an item: what Plaid says of it by webhook or when asked, kept as events, and the
 * status that follows from all of them.
 */
package io.heronbridge.integration.itemstate;
