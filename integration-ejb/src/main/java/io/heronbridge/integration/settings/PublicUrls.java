package io.heronbridge.integration.settings;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Our own addresses as the outside sees them. */
@Dependent
public class PublicUrls {
  @Inject Settings settings;

  /** Where Plaid sends the webhooks of an integration's items. */
  public String plaidWebhook(UUID integration) {
    return settings.publicUrl() + "/webhooks/plaid/" + integration;
  }

  /** Where Heron may send its own webhooks. */
  public String heronCallback(UUID integration) {
    return settings.publicUrl() + "/webhooks/heron/" + integration;
  }

  /** The hosted page of a link session. */
  public String connect(String token) {
    return settings.publicUrl() + "/connect/" + token;
  }
}
