package io.heronbridge.benchmarks.ours;

import io.heronbridge.benchmarks.contender.Contender;
import io.heronbridge.benchmarks.contender.Engine;
import io.heronbridge.benchmarks.contender.Profile;
import io.heronbridge.benchmarks.contender.Profile.Ability;
import io.heronbridge.benchmarks.contender.Work;
import io.heronbridge.persistence.database.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Our outbox with every guarantee on: leases with fencing, the look at what was promised before
 * each attempt, every attempt kept, permits and the circuit breaker asked.
 */
public final class HeronBridgeOutbox implements Contender {
  /** The integration that all messages belong to. */
  static final UUID INTEGRATION = new UUID(0, 1);

  private static final Duration LEASE = Duration.ofSeconds(25);

  /** What messages are about lies in a table of its own, as links and webhooks do. */
  private static final String SUBJECTS =
      "CREATE TABLE benchmark_job (id uuid PRIMARY KEY, payload text NOT NULL)";

  private static final String OWNER =
      """
      INSERT INTO integration (id, name, status, plaid_environment, plaid_client_id, plaid_secret,
        plaid_secret_hint, heron_api_key, heron_api_key_hint, heron_key_fingerprint,
        heron_link_url, heron_webhook_url, heron_requests_per_minute, client_name, products,
        country_codes, language, days_requested, webhook_delivery, relay_link_webhooks,
        return_hosts, version, created_at, updated_at)
      VALUES ('%s', 'Benchmark', 'ACTIVE', 'SANDBOX', 'client', '', '', '', '', 'key',
        'http://localhost/api/integrations/itg_1/links', 'http://localhost/', 0, 'Benchmark', '',
        '', 'en', 730, 'RELAY', false, '', 0, now(), now())"""
          .formatted(INTEGRATION);

  private final Profile profile;
  private final boolean reads;

  private HeronBridgeOutbox(String name, String settings, boolean reads) {
    this.profile =
        new Profile(
            name,
            "0.1.0",
            settings,
            "the application's engine in a plain JVM; leases of 25 s, fencing, every attempt kept",
            Set.of(Ability.QUEUES, Ability.JOINS_TRANSACTIONS));
    this.reads = reads;
  }

  /** As the application works: what the message is about is read before each attempt. */
  public static HeronBridgeOutbox asInTheApplication() {
    return new HeronBridgeOutbox("heron-bridge", "what a message is about is read for it", true);
  }

  /** The outbox alone: the job is told by the message. */
  public static HeronBridgeOutbox alone() {
    return new HeronBridgeOutbox(
        "heron-bridge-alone", "a job needs nothing but its message", false);
  }

  @Override
  public Profile profile() {
    return profile;
  }

  @Override
  public void createSchema(DataSource database) throws SQLException {
    Schema.migrate(database);
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(SUBJECTS);
      statement.execute(OWNER);
    }
  }

  @Override
  public Engine open(DataSource database, Work work) {
    return new OwnNode(database, work, reads);
  }

  @Override
  public Duration recovery() {
    return LEASE;
  }

  @Override
  public String remaining() {
    return "SELECT count(*) FROM outbox_message";
  }

  @Override
  public String burned() {
    return "SELECT count(*) FROM attempt WHERE number > 1";
  }
}
