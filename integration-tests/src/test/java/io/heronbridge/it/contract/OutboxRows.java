package io.heronbridge.it.contract;

import io.heronbridge.it.support.Database;
import io.heronbridge.persistence.outbox.MessageKind;
import io.heronbridge.persistence.outbox.Priority;
import java.util.UUID;

/** Messages put straight into the outbox's table, due at once. */
final class OutboxRows {
  private final Database database;

  OutboxRows(Database database) {
    this.database = database;
  }

  /** An integration that messages may belong to. */
  UUID integration(String status) {
    UUID id = UUID.randomUUID();
    database.change(
        """
        INSERT INTO integration (id, name, status, plaid_environment, plaid_client_id, plaid_secret,
          plaid_secret_hint, heron_api_key, heron_api_key_hint, heron_key_fingerprint,
          heron_link_url, heron_webhook_url, heron_requests_per_minute, client_name, products,
          country_codes, language, days_requested, webhook_delivery, relay_link_webhooks,
          return_hosts, version, created_at, updated_at)
        VALUES (?, 'Acme', ?, 'SANDBOX', 'client', '', '', '', '', '', '', '', 0, 'Acme', '', '',
          'en', 1, 'RELAY', false, '', 0, now(), now())""",
        id,
        status);
    return id;
  }

  UUID message(MessageKind kind, UUID integration) {
    return message(kind, integration, null);
  }

  UUID message(MessageKind kind, UUID integration, String lane) {
    UUID id = UUID.randomUUID();
    database.change(
        "INSERT INTO outbox_message"
            + " (id, kind, priority, subject, integration, lane, state, due_at, created_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, 'PENDING', now(), now())",
        id,
        kind.name(),
        Priority.of(kind).ordinal(),
        UUID.randomUUID(),
        integration,
        lane);
    return id;
  }
}
