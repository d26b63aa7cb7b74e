/**
 * Planned misbehaviour: which requests go wrong, how, and how often.
 *
 * <p>The first rule that matches a request and has turns left is spent on it.
 */
package io.heronbridge.sandbox.fault;
