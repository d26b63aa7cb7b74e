package io.heronbridge.portal.admin.events;

import io.heronbridge.integration.lenderevent.EventFilter;
import io.heronbridge.portal.page.Address;
import io.heronbridge.portal.page.Visit;

/** A filter over events as it stands in an address. */
public record EventQuery(EventFilter filter) {
  static EventQuery of(Visit visit) {
    return new EventQuery(
        new EventFilter(
            visit.text("item_id"),
            visit.text("status"),
            visit.text("type"),
            visit.id("integration_id")));
  }

  /** The list with this filter. */
  public Address address() {
    return Address.of(EventsPage.LIST)
        .with("item_id", filter.itemId())
        .with("status", filter.status())
        .with("type", filter.type())
        .with("integration_id", filter.integrationId());
  }
}
