package io.heronbridge.integration.relay;

import java.util.List;

/**
 * One webhook with its content.
 *
 * @param payload the body as text; the tokens of LINK webhooks are hidden
 * @param headers as {@code name: value}
 */
public record WebhookDetail(WebhookView webhook, String payload, List<String> headers) {}
