package io.heronbridge.it.support;

import java.nio.file.Path;

/** The Java that runs the tests; servers get the same one. */
final class Java {
  private Java() {}

  static String home() {
    return System.getProperty("java.home");
  }

  static String executable() {
    return Path.of(home(), "bin", "java").toString();
  }
}
