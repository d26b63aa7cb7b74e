package io.heronbridge.integration.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.heronbridge.integration.itemstate.WebhookJson;
import io.heronbridge.persistence.secret.Hash;
import io.heronbridge.persistence.webhook.Header;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A webhook found to be Plaid's, not stored yet.
 *
 * @param arrival whom it came for, and when
 */
record Letter(Arrival arrival, List<Header> headers, byte[] body, Instant signedAt) {
  private static final String SIGNATURE = "Plaid-Verification";

  /** Something at the door of an integration. */
  record Arrival(UUID integration, Instant at) {}

  UUID integration() {
    return arrival.integration();
  }

  Instant receivedAt() {
    return arrival.at();
  }

  /** Every value of the signature header. */
  static List<String> signatures(List<Header> headers) {
    return headers.stream()
        .filter(header -> SIGNATURE.equalsIgnoreCase(header.name()))
        .map(Header::value)
        .toList();
  }

  /** Recognises this very signature when it comes again; a retry of Plaid's is signed anew. */
  byte[] signatureSha256() {
    return Hash.sha256(String.join(",", signatures(headers)).getBytes(UTF_8));
  }

  /** The body as JSON; empty when it is something else, which is relayed all the same. */
  JsonObject json() {
    return WebhookJson.of(body);
  }

  static String text(JsonObject object, String name) {
    return object.get(name) instanceof JsonString string ? string.getString() : null;
  }
}
