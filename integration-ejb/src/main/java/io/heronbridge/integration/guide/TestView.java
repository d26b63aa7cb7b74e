package io.heronbridge.integration.guide;

import io.heronbridge.integration.item.ItemView;
import io.heronbridge.integration.link.ExitView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A test connection and how far it came.
 *
 * @param stages in the order in which they come about
 * @param item the bank that was connected
 * @param exit the last time Plaid Link was left without one
 */
public record TestView(
    String endUserId,
    Instant begunAt,
    List<Stage> stages,
    Optional<ItemView> item,
    Optional<ExitView> exit) {

  /** What has to come about. */
  public enum Event {
    OPENED,
    CONNECTED,
    STORED,
    LINKED,
    RELAYED
  }

  /**
   * One thing that has to come about.
   *
   * @param said what is waited for, or what went wrong
   * @param advice what to do
   * @param tookMillis since the one before
   */
  public record Stage(
      Event event,
      Progress progress,
      Optional<String> said,
      Optional<String> advice,
      Optional<Instant> at,
      Optional<Long> tookMillis) {}

  /** All of it worked. */
  public boolean isWorking() {
    return progress() == Progress.DONE;
  }

  /** Done when all stages are, failed when one is. */
  Progress progress() {
    if (stages.stream().anyMatch(stage -> stage.progress() == Progress.FAILED)) {
      return Progress.FAILED;
    }
    boolean all = stages.stream().allMatch(stage -> stage.progress() == Progress.DONE);
    return all ? Progress.DONE : Progress.WAITING;
  }

  Optional<Stage> failedWebhook() {
    return stages.stream()
        .filter(stage -> stage.event() == Event.RELAYED && stage.progress() == Progress.FAILED)
        .findFirst();
  }
}
