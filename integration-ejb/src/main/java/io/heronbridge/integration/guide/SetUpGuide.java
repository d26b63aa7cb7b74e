package io.heronbridge.integration.guide;

import io.heronbridge.integration.setup.IntegrationView;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How far an integration is set up.
 *
 * @param steps in order, those that may be left out last
 * @param checkedAt when both sides were last checked with these settings
 * @param oauthReturn where an OAuth bank may send the browser back
 * @param test the last test connection, while its hosted link is remembered
 */
public record SetUpGuide(
    IntegrationView integration,
    List<SetUpStep> steps,
    Optional<Instant> checkedAt,
    String oauthReturn,
    Optional<TestView> test) {

  /** The step of that name, in small letters, as templates ask for it. */
  public SetUpStep step(String key) {
    SetUpStep.Key wanted = SetUpStep.Key.valueOf(key.toUpperCase(Locale.ROOT));
    return steps.stream().filter(step -> step.key() == wanted).findFirst().orElseThrow();
  }

  /** How many steps the set-up needs. */
  public long needed() {
    return steps.stream().filter(SetUpStep::isNeeded).count();
  }

  /** How many of them are done. */
  public long done() {
    return steps.stream().filter(step -> step.isNeeded() && step.isDone()).count();
  }

  public boolean isComplete() {
    return done() == needed();
  }

  /** What to do now, to follow "Next:"; empty when there is nothing but to wait. */
  public Optional<String> next() {
    return steps.stream()
        .filter(step -> step.isNeeded() && !step.isDone())
        .flatMap(step -> step.next().stream())
        .findFirst();
  }
}
