package io.heronbridge.it.support;

import java.util.UUID;

/**
 * Links that have failed, as many as wanted, put straight into the database: nobody waits here for
 * ten thousand refusals. They have no access token, so their integration should be paused when they
 * are resent.
 */
public final class LinksThatFailed implements AutoCloseable {
  private static final String MAKE =
      """
      WITH made AS MATERIALIZED (
        SELECT n, gen_random_uuid() AS person, gen_random_uuid() AS item, gen_random_uuid() AS link
          FROM generate_series(1, ?) AS n),
      people AS (
        INSERT INTO end_user (id, end_user_id, created_at)
        SELECT person, ? || n, now() FROM made),
      items AS (
        INSERT INTO item (id, item_id, integration, end_user, accounts, status, created_at)
        SELECT item, ? || n, ?, person, '[]', 'ACTIVE', now() FROM made),
      links AS (
        INSERT INTO integration_link (id, item, integration, status, attempts, error_kind,
                                      error_message, error_at, created_at)
        SELECT link, item, ?, 'FAILED', 14, 'timeout', 'Heron did not answer.',
               now() - n * interval '1 second', now() - interval '1 day'
          FROM made)
      INSERT INTO finished_message (id, kind, subject, integration, state, claim_number, attempts,
                                    uncertain, created_at, finished_at)
      SELECT gen_random_uuid(), 'CREATE_LINK', link, ?, 'DEAD', 14, 14, false, now(), now()
        FROM made""";

  private final Database database;
  private final UUID integration;
  private final String prefix = "failed-" + UUID.randomUUID() + "-";

  private LinksThatFailed(Database database, UUID integration) {
    this.database = database;
    this.integration = integration;
  }

  /** Makes so many in an integration. */
  public static LinksThatFailed make(Database database, String integration, int count) {
    LinksThatFailed made = new LinksThatFailed(database, UUID.fromString(integration));
    database.change(
        MAKE,
        count,
        made.prefix,
        made.prefix,
        made.integration,
        made.integration,
        made.integration);
    return made;
  }

  /** How many of the integration's links have the status by now. */
  public long count(String status) {
    return database.number(
        "SELECT count(*) FROM integration_link WHERE integration = ? AND status = ?",
        integration,
        status);
  }

  /** How often links of the integration were resent, by whomever. */
  public long resends() {
    return database.number(
        """
        SELECT count(*) FROM audit_entry a JOIN integration_link l ON a.subject = 'link:' || l.id
         WHERE a.action = 'link.resend' AND l.integration = ?""",
        integration);
  }

  /** Forgets them, so that no other test meets them. */
  @Override
  public void close() {
    deleteFrom("outbox_message");
    deleteFrom("finished_message");
    database.change(
        "DELETE FROM integration_link WHERE item IN (SELECT id FROM item WHERE item_id LIKE ?)",
        prefix + "%");
    database.change("DELETE FROM item WHERE item_id LIKE ?", prefix + "%");
    database.change("DELETE FROM end_user WHERE end_user_id LIKE ?", prefix + "%");
  }

  private void deleteFrom(String table) {
    database.change(
        """
        DELETE FROM %s WHERE subject IN (
          SELECT l.id FROM integration_link l JOIN item i ON i.id = l.item
           WHERE i.item_id LIKE ?)"""
            .formatted(table),
        prefix + "%");
  }
}
