package io.heronbridge.portal.admin.webhooks;

import io.heronbridge.integration.relay.WebhookFilter;
import io.heronbridge.portal.page.Address;
import io.heronbridge.portal.page.Visit;

/** A filter over webhooks as it stands in an address. */
public record WebhookQuery(WebhookFilter filter) {
  static WebhookQuery of(Visit visit) {
    return new WebhookQuery(
        new WebhookFilter(visit.text("item_id"), visit.text("status"), visit.id("integration_id")));
  }

  /** The list with this filter. */
  public Address address() {
    return Address.of("/admin/webhooks")
        .with("item_id", filter.itemId())
        .with("status", filter.status())
        .with("integration_id", filter.integrationId());
  }
}
