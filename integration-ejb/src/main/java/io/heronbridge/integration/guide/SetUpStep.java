package io.heronbridge.integration.guide;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One step of the guide.
 *
 * @param said how it stands, one sentence
 * @param next what to do, to follow "Next:"; empty when there is nothing, or it may be left out
 * @param at when that was found out
 */
public record SetUpStep(
    Key key,
    Progress progress,
    String said,
    Optional<String> next,
    Optional<Instant> at,
    List<String> remarks) {

  /** Which step, in the order of the guide. */
  public enum Key {
    PLAID,
    HERON,
    WEBHOOK,
    TEST,
    CALLBACK,
    REDIRECT
  }

  /** Whether the set-up is not complete without it. */
  public boolean isNeeded() {
    return key.ordinal() <= Key.TEST.ordinal();
  }

  public boolean isDone() {
    return progress == Progress.DONE;
  }

  static SetUpStep done(Key key, String said, Instant at) {
    return new SetUpStep(key, Progress.DONE, said, Optional.empty(), Optional.of(at), List.of());
  }

  static SetUpStep open(Key key, Progress progress, String said, String next) {
    return new SetUpStep(key, progress, said, Optional.of(next), Optional.empty(), List.of());
  }
}
