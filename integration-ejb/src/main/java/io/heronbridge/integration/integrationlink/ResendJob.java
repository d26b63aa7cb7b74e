package io.heronbridge.integration.integrationlink;

import java.util.UUID;

/** A bulk resend and how many links it covers. */
public record ResendJob(UUID jobId, int resent) {}
