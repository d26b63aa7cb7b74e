package io.heronbridge.integration.itemimport;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One import as people and programs see it.
 *
 * @param links how many of its links are {@code pending}, {@code linked}, {@code failed} or {@code
 *     cancelled}
 * @param webhooks how many of its items' webhook moves are {@code pending}, {@code moved} or {@code
 *     failed}
 */
public record ImportView(
    UUID id,
    Source source,
    String status,
    Optional<String> reason,
    Lines lines,
    Map<String, Long> links,
    Map<String, Long> webhooks,
    Times times) {

  /** What was uploaded, for whom and by whom. */
  public record Source(
      UUID integrationId,
      String integrationName,
      String format,
      Optional<String> fileName,
      boolean movesWebhooks,
      String requestedBy) {}

  /**
   * Lines by what became of them.
   *
   * @param known of the accepted ones, those whose item was here already
   */
  public record Lines(long received, long processed, long accepted, long known, long rejected) {
    /** From 0 to 1; 0 while the upload goes on. */
    public double progress() {
      return received == 0 ? 0 : (double) processed / received;
    }
  }

  /** When what happened. */
  public record Times(
      Instant createdAt, Optional<Instant> receivedAt, Optional<Instant> finishedAt) {}

  public boolean isOpen() {
    return "receiving".equals(status) || "running".equals(status);
  }

  public long links(String state) {
    return links.getOrDefault(state, 0L);
  }

  public long webhooks(String state) {
    return webhooks.getOrDefault(state, 0L);
  }
}
