package io.heronbridge.integration.settings;

import io.heronbridge.persistence.integration.Integration;
import io.heronbridge.persistence.integration.WebhookDelivery;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.UUID;

/** Our own addresses as the outside sees them. */
@Dependent
public class PublicUrls {
  @Inject Settings settings;

  /** Where Plaid sends the webhooks of an integration's items. */
  public String plaidWebhook(UUID integration) {
    return settings.publicUrl() + "/webhooks/plaid/" + integration;
  }

  /** Where Plaid is to send them: to us, or straight to Heron. */
  public String webhookOf(Integration integration) {
    return integration.webhookDelivery() == WebhookDelivery.RELAY
        ? plaidWebhook(integration.id())
        : integration.heron().webhookUrl();
  }

  /** Where Heron may send its own webhooks. */
  public String heronCallback(UUID integration) {
    return settings.publicUrl() + "/webhooks/heron/" + integration;
  }

  /** Where a bank with a sign-in page of its own may send the browser back. */
  public String oauthReturn() {
    return settings.publicUrl() + "/connect/oauth-return";
  }

  /** Whether a URL leads to one of our doors for webhooks. */
  public boolean isOurDoor(String url) {
    return leadsTo("/webhooks/", url);
  }

  /** Whether a URL leads to our door for Plaid's webhooks. */
  public boolean isPlaidDoor(String url) {
    return leadsTo("/webhooks/plaid/", url);
  }

  private boolean leadsTo(String door, String url) {
    try {
      URI theirs = URI.create(url.trim()).normalize();
      URI ours = URI.create(settings.publicUrl());
      return ours.getHost().equalsIgnoreCase(theirs.getHost())
          && port(ours) == port(theirs)
          && theirs.getPath() != null
          && theirs.getPath().startsWith(ours.getPath() + door);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Both schemes' usual ports lead to the same server. */
  private static int port(URI uri) {
    return uri.getPort() == 443 || uri.getPort() == 80 ? -1 : uri.getPort();
  }

  /** The hosted page of a link session. */
  public String connect(String token) {
    return settings.publicUrl() + "/connect/" + token;
  }
}
