package io.heronbridge.integration.heron;

import java.util.Optional;

/**
 * An integration as Heron has it, without its secret.
 *
 * @param baseUrl where Heron reads from, for Plaid one of Plaid's hosts
 * @param webhookUrl where Heron sends webhooks on to; not the webhook URL that its dashboard shows
 */
public record HeronIntegration(
    String heronId,
    String name,
    Optional<String> type,
    Optional<String> resource,
    Optional<String> baseUrl,
    Optional<String> clientId,
    Optional<String> webhookUrl) {}
