package io.heronbridge.integration.link;

import java.time.Instant;
import java.util.UUID;

/** A hosted link: its URL is told once and not kept. */
public record HostedLink(UUID id, String url, Instant expiresAt) {}
