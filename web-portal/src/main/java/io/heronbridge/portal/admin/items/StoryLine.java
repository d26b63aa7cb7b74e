package io.heronbridge.portal.admin.items;

import io.heronbridge.integration.item.AttemptView;
import io.heronbridge.integration.item.ItemView;
import io.heronbridge.integration.story.StoryEntry;
import io.heronbridge.integration.story.Told;
import io.heronbridge.portal.admin.Words;
import java.util.List;
import java.util.Optional;

/**
 * An entry of a story as a line of a timeline.
 *
 * @param shape success, warning, or removed for what is neither good nor bad
 * @param bank which bank the line is about, where that is not plain
 */
public record StoryLine(StoryEntry entry, String shape, Optional<ItemView> bank) {

  /** The lines for entries, in the order given. */
  public static List<StoryLine> all(List<StoryEntry> entries) {
    return entries.stream()
        .map(entry -> new StoryLine(entry, shape(entry), Optional.empty()))
        .toList();
  }

  /** The lines of an end user's story, in the order given. */
  public static List<StoryLine> ofEndUser(List<Told> lines) {
    return lines.stream()
        .map(line -> new StoryLine(line.entry(), shape(line.entry()), line.item()))
        .toList();
  }

  private static String shape(StoryEntry entry) {
    return switch (entry.words().tone()) {
      case "good" -> "success";
      case "bad" -> "warning";
      default -> "removed";
    };
  }

  /** Its colour; null for none. */
  public String tone() {
    return shape.equals("removed") ? null : shape;
  }

  /** How the call it is about ended. */
  public Optional<String> outcome() {
    return entry
        .refs()
        .attempt()
        .map(
            attempt ->
                Words.outcome(attempt.outcome())
                    + attempt.httpStatus().map(status -> " (" + status + ")").orElse(""));
  }

  public Optional<AttemptView> attempt() {
    return entry.refs().attempt();
  }

  /** What became of the webhook it is about. */
  public Optional<String> relay() {
    return entry.refs().webhookStatus().map(status -> status.replace('_', ' '));
  }

  /** Who said or did it. */
  public Optional<String> by() {
    return entry.by().map(StoryLine::person);
  }

  private static String person(String name) {
    return switch (name) {
      case "plaid" -> "said by Plaid";
      case "heron" -> "said by Heron";
      case "reading" -> "found by asking";
      default -> "by " + name.replaceFirst("^(user|key|end-user):", "");
    };
  }
}
