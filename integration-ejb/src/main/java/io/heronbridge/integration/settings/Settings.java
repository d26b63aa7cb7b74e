package io.heronbridge.integration.settings;

import io.heronbridge.persistence.secret.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/**
 * All settings of {@code docs/configuration.md}.
 *
 * @param publicUrl the outside base URL, without a final slash
 * @param webhookSpool how much of the spool webhooks may fill
 * @param linkScriptUrl where browsers load Plaid Link from
 * @param allowPrivateAddresses whether outbound calls may use loopback, private addresses and plain
 *     http
 * @param attemptTimeout longest one HTTP attempt may take
 * @param historyRetention how long attempts and finished messages are kept
 * @param apiRequestsPerMinute how many calls an API key may make on one node; 0 means any number
 * @param readingInterval longest time between two readings of a link at Heron and its item at Plaid
 * @param directReadingInterval the same where Plaid's webhooks do not pass us
 * @param traces where spans go, if anywhere
 */
public record Settings(
    String publicUrl,
    Path keysetFile,
    Path spoolDirectory,
    SpoolLimits webhookSpool,
    String linkScriptUrl,
    boolean allowPrivateAddresses,
    RetrySchedule retrySchedule,
    Duration attemptTimeout,
    Duration historyRetention,
    Optional<Administrator> firstAdministrator,
    Optional<Secret> bootstrapKey,
    int apiRequestsPerMinute,
    Duration readingInterval,
    Duration directReadingInterval,
    TraceSettings traces) {

  private static final int MOST_REQUESTS = 1_000_000;

  private static final Set<String> KNOWN =
      Set.of(
          "bridge.public-url",
          "bridge.database.url",
          "bridge.database.username",
          "bridge.database.password",
          "bridge.encryption.keyset-file",
          "bridge.spool.directory",
          "bridge.spool.webhook-bytes",
          "bridge.spool.webhook-files",
          "bridge.admin.username",
          "bridge.admin.password",
          "bridge.api.bootstrap-key",
          "bridge.api.requests-per-minute",
          "bridge.plaid.link-script-url",
          "bridge.outbound.allow-private-addresses",
          "bridge.outbox.retry-schedule",
          "bridge.outbox.attempt-timeout",
          "bridge.outbox.history-retention",
          "bridge.reading.interval",
          "bridge.reading.direct-interval",
          "bridge.traces.endpoint",
          "bridge.traces.sample-ratio",
          "bridge.logs.format");

  /** The administrator to create when there is none. */
  public record Administrator(String username, Secret password) {}

  /**
   * Reads and checks every setting.
   *
   * @throws UnusableSettingException for the first one that cannot be used
   */
  public static Settings from(Config config) {
    SettingReader reader = new SettingReader(config);
    reader.refuseUnknown("bridge.", KNOWN);
    // Read by whatever writes the lines; checked here with the rest.
    reader.oneOf("bridge.logs.format", "text", "json");
    return new Settings(
        reader.url("bridge.public-url"),
        reader.path("bridge.encryption.keyset-file"),
        reader.path("bridge.spool.directory"),
        SpoolLimits.from(reader),
        reader.url("bridge.plaid.link-script-url"),
        reader.flag("bridge.outbound.allow-private-addresses"),
        reader.schedule("bridge.outbox.retry-schedule"),
        reader.duration(
            "bridge.outbox.attempt-timeout", Duration.ofMillis(100), Duration.ofMinutes(5)),
        reader.duration(
            "bridge.outbox.history-retention", Duration.ofDays(1), Duration.ofDays(3650)),
        administrator(reader),
        reader.text("bridge.api.bootstrap-key").map(Secret::new),
        (int) reader.number("bridge.api.requests-per-minute", 0, MOST_REQUESTS),
        reader.duration("bridge.reading.interval", Duration.ofSeconds(1), Duration.ofDays(30)),
        reader.duration(
            "bridge.reading.direct-interval", Duration.ofSeconds(1), Duration.ofDays(1)),
        TraceSettings.from(reader));
  }

  private static Optional<Administrator> administrator(SettingReader reader) {
    Optional<String> username = reader.text("bridge.admin.username");
    Optional<String> password = reader.text("bridge.admin.password");
    if (username.isPresent() != password.isPresent()) {
      throw new UnusableSettingException(
          "bridge.admin.username and bridge.admin.password (BRIDGE_ADMIN_USERNAME,"
              + " BRIDGE_ADMIN_PASSWORD) must be set together.");
    }
    return username.map(name -> new Administrator(name, new Secret(password.orElseThrow())));
  }

  /** Whether browsers reach us over https, so that cookies may be marked Secure. */
  public boolean isPublicUrlSecure() {
    return "https".equalsIgnoreCase(URI.create(publicUrl).getScheme());
  }
}
