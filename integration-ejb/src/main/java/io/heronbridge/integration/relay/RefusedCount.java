package io.heronbridge.integration.relay;

import java.time.Instant;

/** How many webhooks were refused for one reason in the last day. */
public record RefusedCount(String integrationName, String reason, long refused, Instant lastAt) {}
