package io.heronbridge.integration.removal;

import io.heronbridge.persistence.integrationlink.IntegrationLink;
import io.heronbridge.persistence.integrationlink.IntegrationLinks;
import io.heronbridge.persistence.integrationlink.UnknownLinks;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Tells whether Heron would stop nothing else of an end user's if told to stop one link. */
@Dependent
class LastBank {
  @Inject IntegrationLinks links;
  @Inject UnknownLinks unknown;

  boolean is(IntegrationLink link) {
    return links.othersAtHeron(link).isEmpty() && !unknown.areBeside(link);
  }
}
