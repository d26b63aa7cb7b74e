package io.heronbridge.portal.admin.drift;

import io.heronbridge.integration.reading.DriftFilter;
import io.heronbridge.portal.page.Address;
import io.heronbridge.portal.page.Visit;

/** A filter over drift as it stands in an address. */
public record DriftQuery(DriftFilter filter) {
  static final String LIST = "/admin/drift";

  static DriftQuery of(Visit visit) {
    return new DriftQuery(new DriftFilter(visit.text("kind"), visit.id("integration_id")));
  }

  /** The list with this filter. */
  public Address address() {
    return Address.of(LIST)
        .with("kind", filter.kind())
        .with("integration_id", filter.integrationId());
  }
}
