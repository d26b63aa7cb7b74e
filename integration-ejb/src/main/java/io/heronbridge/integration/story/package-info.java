/**
 * An item's whole story on one line of time: the hosted link and the exchange it came from, what
 * was said of it, what was sent to Heron, what people did.
 */
package io.heronbridge.integration.story;
