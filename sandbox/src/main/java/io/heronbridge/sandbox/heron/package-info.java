/**
 * The simulated Heron: integrations, their links, end users and the receiver of relayed webhooks.
 *
 * <p>Where Heron publishes nothing, the behaviour is a switch with a cautious default.
 */
package io.heronbridge.sandbox.heron;
