package io.heronbridge.portal.admin.outbox;

import io.heronbridge.integration.outbox.SelfCheck.Finding;
import java.time.Duration;
import java.util.Locale;

/**
 * A line of the self-check.
 *
 * @param value with its unit
 * @param state {@code well}, or {@code warning} when somebody should look
 */
public record FindingRow(Finding finding, String value, String state) {

  static FindingRow of(Finding finding) {
    String value =
        finding.name().endsWith(".seconds")
            ? Spans.words(Duration.ofSeconds(finding.value()))
            : String.format(Locale.ENGLISH, "%,d", finding.value());
    return new FindingRow(finding, value, finding.isWell() ? "well" : "warning");
  }
}
