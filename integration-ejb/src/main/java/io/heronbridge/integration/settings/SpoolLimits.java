package io.heronbridge.integration.settings;

/**
 * How much one node's spool holds of webhooks.
 *
 * @param bytes of the sealed files together
 */
public record SpoolLimits(long bytes, long files) {
  private static final String BYTES = "bridge.spool.webhook-bytes";
  private static final String FILES = "bridge.spool.webhook-files";
  private static final long LEAST_BYTES = 64L * 1024;
  private static final long MOST_BYTES = 1L << 40;
  private static final long MOST_FILES = 10_000_000;

  static SpoolLimits from(SettingReader reader) {
    return new SpoolLimits(
        reader.number(BYTES, LEAST_BYTES, MOST_BYTES), reader.number(FILES, 1, MOST_FILES));
  }
}
