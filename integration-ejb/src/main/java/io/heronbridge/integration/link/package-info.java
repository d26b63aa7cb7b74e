/**
 * Linking a bank: link sessions, link tokens, the exchange of the public token, and the items that
 * come of it.
 */
package io.heronbridge.integration.link;
