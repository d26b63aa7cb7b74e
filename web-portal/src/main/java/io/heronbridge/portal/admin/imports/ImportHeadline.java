package io.heronbridge.portal.admin.imports;

import io.heronbridge.integration.itemimport.ImportView;
import java.util.Locale;

/**
 * An import's state in words.
 *
 * @param tone danger, warning or success
 */
public record ImportHeadline(String title, String meaning, String tone) {

  public static ImportHeadline of(ImportView shown) {
    ImportView.Lines lines = shown.lines();
    String reason = shown.reason().orElse("");
    return switch (shown.status()) {
      case "receiving" ->
          new ImportHeadline(
              "Receiving",
              "%s arrived so far. Nothing is brought in before the whole file is here."
                  .formatted(count(lines.received())),
              "warning");
      case "running" ->
          new ImportHeadline(
              "Running: %d %%".formatted(Math.round(100 * lines.progress())),
              "%s of %s worked off. You may leave this page; the import goes on."
                  .formatted(number(lines.processed()), count(lines.received())),
              "warning");
      case "done" ->
          new ImportHeadline(
              lines.rejected() == 0 ? "Done" : "Done, with rejected lines",
              lines.rejected() == 0
                  ? "Every line was accepted."
                  : "Mend the rejected lines and import the file again: known items stay as they are.",
              lines.rejected() == 0 ? "success" : "warning");
      case "cancelled" ->
          new ImportHeadline("Cancelled", "What was brought in until then stays.", "warning");
      case "broken_off" ->
          new ImportHeadline("Broken off", reason + " Upload the file again.", "danger");
      default -> new ImportHeadline("Failed", reason, "danger");
    };
  }

  private static String count(long lines) {
    return number(lines) + (lines == 1 ? " line" : " lines");
  }

  private static String number(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }
}
