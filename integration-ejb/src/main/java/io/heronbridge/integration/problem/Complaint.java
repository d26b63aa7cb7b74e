package io.heronbridge.integration.problem;

import static java.lang.System.Logger.Level.WARNING;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Says in the log what did not work and is tried again: with its trace, unless the database is
 * away. That everybody notices at once, and where does not matter.
 */
public final class Complaint {
  private Complaint() {}

  public static void log(System.Logger log, Supplier<String> what, Throwable why) {
    Optional<String> outage = DatabaseOutage.sign(why);
    if (outage.isPresent()) {
      log.log(WARNING, () -> "%s: the database is away (%s)".formatted(what.get(), outage.get()));
    } else {
      log.log(WARNING, what, why);
    }
  }
}
