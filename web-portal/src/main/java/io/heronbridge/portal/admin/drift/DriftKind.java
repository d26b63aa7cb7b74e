package io.heronbridge.portal.admin.drift;

import io.heronbridge.integration.reading.DriftView;
import java.util.List;

/** A kind of drift in words. */
public record DriftKind(String value, String words) {
  /** All kinds, to filter by. */
  public static List<DriftKind> all() {
    return DriftView.KINDS.stream().map(DriftKind::of).toList();
  }

  /** The words for one kind. */
  public static DriftKind of(String value) {
    return new DriftKind(value, words(value));
  }

  private static String words(String value) {
    return switch (value) {
      case "gone_at_plaid" -> "Gone at Plaid";
      case "deleted_in_plaid" -> "Deleted in Plaid, says Heron";
      case "missing_at_heron" -> "Missing at Heron";
      case "sync_disabled" -> "Switched off at Heron";
      case "erroring" -> "Erroring at Heron";
      case "webhook_elsewhere" -> "Webhooks go elsewhere";
      case "unknown_here" -> "Unknown here";
      default -> value.replace('_', ' ');
    };
  }
}
