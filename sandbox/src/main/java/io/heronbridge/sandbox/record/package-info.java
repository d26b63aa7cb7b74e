/**
 * What was asked of the simulators, in arrival order.
 *
 * <p>Headers and bodies are kept as they came, secrets included: this is a sandbox.
 */
package io.heronbridge.sandbox.record;
