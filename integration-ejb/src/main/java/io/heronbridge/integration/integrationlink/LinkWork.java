package io.heronbridge.integration.integrationlink;

import io.heronbridge.integration.heron.HeronClient.NewLink;
import io.heronbridge.integration.heron.HeronTarget;
import java.util.UUID;

/**
 * All that one submission needs, read before the call so that the call holds no connection.
 *
 * @param integrationVersion the integration as it was when the call was made
 * @param isHeld whether the integration was paused after the message had been claimed
 */
record LinkWork(
    UUID integration, int integrationVersion, boolean isHeld, HeronTarget target, NewLink link) {}
