package io.heronbridge.benchmarks.product;

import io.heronbridge.benchmarks.lab.Lab;
import java.sql.SQLException;

/**
 * What a lender with many customers has after some years, written straight into the database: one
 * link in a hundred has failed, one item in a hundred needs its end user, one webhook in a thousand
 * could not be delivered.
 */
final class YearsOfLinks {
  private static final int BANKS_OF_ONE = 4;
  private static final int ATTEMPTS = 5;

  /** Numbered, so that ids need not be handed from table to table; the youngest is number 1. */
  private static final String PUT =
      """
      INSERT INTO end_user (id, end_user_id, created_at)
      SELECT md5('person' || n)::uuid, 'customer-' || n, now() - n * interval '2 minutes'
        FROM generate_series(0, %1$d / %3$d) AS n;
      INSERT INTO item (id, item_id, integration, end_user, accounts, status, institution_name,
                        created_at)
      SELECT md5('item' || n)::uuid, 'years-' || n, '%2$s', md5('person' || n / %3$d)::uuid, '[]',
             CASE WHEN n %% 100 = 7 THEN 'LOGIN_REQUIRED' ELSE 'ACTIVE' END, 'First Platypus Bank',
             now() - n * interval '30 seconds'
        FROM generate_series(1, %1$d) AS n;
      INSERT INTO integration_link (id, item, integration, status, attempts, error_kind,
                                    error_message, error_at, linked_at, created_at)
      SELECT md5('link' || n)::uuid, md5('item' || n)::uuid, '%2$s',
             CASE WHEN n %% 100 = 3 THEN 'FAILED' ELSE 'LINKED' END, %4$d,
             CASE WHEN n %% 100 = 3 THEN 'timeout' END,
             CASE WHEN n %% 100 = 3 THEN 'Heron did not answer.' END,
             CASE WHEN n %% 100 = 3 THEN now() - n * interval '29 seconds' END,
             CASE WHEN n %% 100 <> 3 THEN now() - n * interval '29 seconds' END,
             now() - n * interval '30 seconds'
        FROM generate_series(1, %1$d) AS n;
      INSERT INTO attempt (id, message, subject, number, claim_number, node, started_at,
                           duration_ms, outcome, http_status, detail, kind)
      SELECT gen_random_uuid(), md5('message' || n)::uuid, md5('link' || n)::uuid, a, a, 'node',
             now() - n * interval '30 seconds' + a * interval '1 second', 40,
             CASE WHEN a = %4$d AND n %% 100 <> 3 THEN 'DELIVERED' ELSE 'TIMEOUT' END, NULL,
             'Heron did not answer.', 'CREATE_LINK'
        FROM generate_series(1, %1$d) AS n, generate_series(1, %4$d) AS a;
      INSERT INTO received_webhook (id, integration, item_id, webhook_type, webhook_code, body,
                                    body_sealed, body_sha256, headers, signed_at, received_at,
                                    status, reason, attempts, delivered_at, missed)
      SELECT gen_random_uuid(), '%2$s', 'years-' || n, 'TRANSACTIONS', 'SYNC_UPDATES_AVAILABLE',
             convert_to(repeat('x', 300), 'UTF8'), false, sha256(convert_to(n::text, 'UTF8')), '[]',
             now() - n * interval '31 seconds', now() - n * interval '30 seconds',
             CASE WHEN n %% 1000 = 5 THEN 'FAILED' ELSE 'DELIVERED' END,
             CASE WHEN n %% 1000 = 5 THEN 'Heron refused it.' END, 1,
             CASE WHEN n %% 1000 <> 5 THEN now() - n * interval '30 seconds' END, n %% 1000 = 5
        FROM generate_series(1, %1$d) AS n;
      INSERT INTO audit_entry (at, actor, action, subject)
      SELECT now() - n * interval '30 seconds', 'key:backend', 'item.exchange',
             'item:' || md5('item' || n)
        FROM generate_series(%1$d, 1, -1) AS n;
      VACUUM ANALYZE end_user, item, integration_link, attempt, received_webhook, audit_entry""";

  private YearsOfLinks() {}

  static void put(Lab lab, String integration, int links) throws SQLException {
    for (String statement :
        PUT.formatted(links, integration, BANKS_OF_ONE, ATTEMPTS).split(";\\s*\n")) {
      lab.postgres().execute(statement);
    }
  }
}
