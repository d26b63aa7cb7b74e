package io.heronbridge.launcher.postgres;

import com.sun.security.auth.module.UnixSystem;
import io.heronbridge.launcher.CannotStartException;
import java.io.IOException;
import java.util.List;

/** PostgreSQL refuses to run as root; in a user namespace of its own it does not notice. */
final class Superuser {
  private static final List<String> OWN_NAMESPACE = List.of("unshare", "--user");

  private Superuser() {}

  /** What to put before PostgreSQL's commands; nothing for an ordinary user. */
  static List<String> prefix() throws IOException, InterruptedException {
    if (new UnixSystem().getUid() != 0) {
      return List.of();
    }
    if (!canUnshare()) {
      throw new CannotStartException(
          "PostgreSQL does not run as root, and this machine allows no user namespaces to hide it:"
              + " start ./run as an ordinary user, or use ./run app with BRIDGE_DATABASE_URL.");
    }
    return OWN_NAMESPACE;
  }

  private static boolean canUnshare() throws InterruptedException {
    try {
      return new ProcessBuilder("unshare", "--user", "true")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }
}
