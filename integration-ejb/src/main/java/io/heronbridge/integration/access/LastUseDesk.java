package io.heronbridge.integration.access;

import io.heronbridge.persistence.access.IssuedKeys;
import io.heronbridge.persistence.access.People;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** Writes down when something was last used. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LastUseDesk {
  @Inject People people;
  @Inject IssuedKeys keys;

  public void session(UUID id, Instant at) {
    people.see(id, at);
  }

  public void key(UUID id, Instant at) {
    keys.use(id, at);
  }
}
