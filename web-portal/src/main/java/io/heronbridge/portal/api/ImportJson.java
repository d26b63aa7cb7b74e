package io.heronbridge.portal.api;

import io.heronbridge.integration.itemimport.ImportView;
import io.heronbridge.persistence.itemimport.RejectedLine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An import as the API writes it.
 *
 * @param rejected the first of them; empty in lists
 */
@Schema(name = "Import")
public record ImportJson(
    UUID importId,
    UUID integrationId,
    String status,
    Optional<String> reason,
    String format,
    Optional<String> fileName,
    boolean updateWebhook,
    String requestedBy,
    long lines,
    long processed,
    double progress,
    long accepted,
    long known,
    long rejectedCount,
    Optional<List<RejectedJson>> rejected,
    long pending,
    long linked,
    long failed,
    long cancelled,
    WebhooksJson webhooks,
    Instant createdAt,
    Optional<Instant> receivedAt,
    Optional<Instant> finishedAt) {

  /** A line that was not taken, and why. */
  @Schema(name = "RejectedLine")
  public record RejectedJson(long line, String reason) {
    static RejectedJson of(RejectedLine line) {
      return new RejectedJson(line.number(), line.reason());
    }
  }

  /** How the moves of the items' webhooks stand. */
  @Schema(name = "ImportWebhooks")
  public record WebhooksJson(long pending, long moved, long failed) {}

  static ImportJson of(ImportView view) {
    return of(view, Optional.empty());
  }

  static ImportJson of(ImportView view, List<RejectedLine> rejected) {
    return of(view, Optional.of(rejected.stream().map(RejectedJson::of).toList()));
  }

  private static ImportJson of(ImportView view, Optional<List<RejectedJson>> rejected) {
    ImportView.Source source = view.source();
    ImportView.Lines lines = view.lines();
    return new ImportJson(
        view.id(),
        source.integrationId(),
        view.status(),
        view.reason(),
        source.format(),
        source.fileName(),
        source.movesWebhooks(),
        source.requestedBy(),
        lines.received(),
        lines.processed(),
        lines.progress(),
        lines.accepted(),
        lines.known(),
        lines.rejected(),
        rejected,
        view.links("pending"),
        view.links("linked"),
        view.links("failed"),
        view.links("cancelled"),
        new WebhooksJson(view.webhooks("pending"), view.webhooks("moved"), view.webhooks("failed")),
        view.times().createdAt(),
        view.times().receivedAt(),
        view.times().finishedAt());
  }
}
