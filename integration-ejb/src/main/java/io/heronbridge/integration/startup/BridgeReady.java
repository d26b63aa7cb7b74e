package io.heronbridge.integration.startup;

/**
 * Fired on every node, again should an observer have failed: the schema is there, the keyset opens
 * the canary, work may begin.
 */
public record BridgeReady() {}
