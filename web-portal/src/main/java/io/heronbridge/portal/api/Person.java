package io.heronbridge.portal.api;

import io.heronbridge.persistence.enduser.EndUserId;
import java.util.Optional;
import java.util.UUID;

/** The fields many requests begin with: for which integration and which end user. */
record Person(Optional<UUID> integrationId, Optional<EndUserId> endUserId, Optional<String> name) {
  private static final int ID = 200;
  private static final int NAME = 128;

  /** Problems are noted in the fields; use the values only after {@link Fields#finish()}. */
  static Person read(Fields fields) {
    String integration = fields.text("integration_id", ID);
    String endUser = fields.text("end_user_id", ID);
    return new Person(
        fields.checked("integration_id", () -> uuid(integration)),
        fields.checked("end_user_id", () -> new EndUserId(endUser)),
        fields.optionalText("end_user_name", NAME));
  }

  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("is not the id of an integration", e);
    }
  }

  UUID integration() {
    return integrationId.orElseThrow();
  }

  EndUserId endUser() {
    return endUserId.orElseThrow();
  }
}
