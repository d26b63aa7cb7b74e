package io.heronbridge.portal.admin.drift;

import io.heronbridge.integration.reading.DriftView;

/** One drift as a line of a list. */
public record DriftRow(DriftView drift, String kind) {
  static DriftRow of(DriftView drift) {
    return new DriftRow(drift, DriftKind.of(drift.kind()).words());
  }
}
