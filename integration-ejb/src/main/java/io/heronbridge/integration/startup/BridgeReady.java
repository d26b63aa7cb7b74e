package io.heronbridge.integration.startup;

/** Fired once on every node: the schema is there, the keyset opens the canary, work may begin. */
public record BridgeReady() {}
