package io.heronbridge.portal.admin.webhooks;

import io.heronbridge.portal.page.Address;
import io.heronbridge.portal.page.Visit;
import java.util.Optional;
import java.util.UUID;

/** A filter over Heron's own webhooks as it stands in an address. */
public record CallbackQuery(Optional<UUID> integrationId) {
  static final String LIST = "/admin/webhooks?from=heron";

  static CallbackQuery of(Visit visit) {
    return new CallbackQuery(visit.id("integration_id"));
  }

  static boolean isAskedFor(Visit visit) {
    return visit.text("from").filter("heron"::equals).isPresent();
  }

  /** Whether it leaves anything out. */
  public boolean isNarrow() {
    return integrationId.isPresent();
  }

  /** The list with this filter. */
  public Address address() {
    return Address.of("/admin/webhooks")
        .with("from", "heron")
        .with("integration_id", integrationId);
  }
}
