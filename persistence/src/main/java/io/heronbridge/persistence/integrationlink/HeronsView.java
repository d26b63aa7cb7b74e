package io.heronbridge.persistence.integrationlink;

import java.time.Instant;

/**
 * What Heron says of a link; each part may be null.
 *
 * @param status Heron's word: pending, active, syncing, erroring, sync_disabled, deleted_in_plaid,
 *     or one we do not know yet
 */
public record HeronsView(
    String status, String statusMessage, Instant lastSuccessfulSync, String dataSourceHeronId) {}
