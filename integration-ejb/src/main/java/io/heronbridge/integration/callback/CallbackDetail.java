package io.heronbridge.integration.callback;

/**
 * One callback with its content.
 *
 * @param payload the body as text, without anything that looks like a key or token
 */
public record CallbackDetail(CallbackView callback, String payload) {}
