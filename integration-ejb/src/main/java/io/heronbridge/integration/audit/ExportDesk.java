package io.heronbridge.integration.audit;

import io.heronbridge.integration.access.Caller;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;

/** Notes who takes a whole list away: it holds what people are known by. */
@Stateless
public class ExportDesk {
  @Inject AuditTrail audit;

  /**
   * @param filter as it stands in the list's address
   */
  public void saved(String list, Optional<String> filter, Caller caller) {
    audit.record(caller.name(), "list.save", "list:" + list, filter.orElse(null));
  }
}
