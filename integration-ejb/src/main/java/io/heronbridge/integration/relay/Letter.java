package io.heronbridge.integration.relay;

import io.heronbridge.integration.itemstate.WebhookJson;
import io.heronbridge.persistence.webhook.Header;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A webhook found to be Plaid's, not stored yet. */
record Letter(UUID integration, List<Header> headers, byte[] body, Instant signedAt) {

  /** The body as JSON; empty when it is something else, which is relayed all the same. */
  JsonObject json() {
    return WebhookJson.of(body);
  }

  static String text(JsonObject object, String name) {
    return object.get(name) instanceof JsonString string ? string.getString() : null;
  }
}
