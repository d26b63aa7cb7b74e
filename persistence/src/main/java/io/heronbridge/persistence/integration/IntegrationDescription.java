package io.heronbridge.persistence.integration;

import java.util.List;

/** Everything about an integration that a person types in, secrets apart. */
public record IntegrationDescription(
    String name,
    PlaidAccount plaid,
    HeronAccount heron,
    LinkSettings link,
    WebhookDelivery webhookDelivery,
    boolean relayLinkWebhooks,
    List<String> returnHosts) {}
