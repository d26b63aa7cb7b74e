package io.heronbridge.persistence.outbox;

import java.util.UUID;

/** Messages of one integration and priority, in the order in which they become due. */
public record Queue(Priority priority, UUID integration) {}
