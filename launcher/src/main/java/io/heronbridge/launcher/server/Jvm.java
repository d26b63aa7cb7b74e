package io.heronbridge.launcher.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The flags of the application's JVM. */
final class Jvm {
  static final String OWN_OPTIONS = "HERON_BRIDGE_JAVA_OPTIONS";

  private Jvm() {}

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /**
   * What the class archive depends on.
   *
   * @param quick compiles less, for a start that matters more than the speed after an hour
   */
  static List<String> memory(boolean quick) {
    List<String> flags = new ArrayList<>(List.of("-XX:+UseSerialGC", "-Xmx384m", "-Xss512k"));
    if (quick) {
      flags.add("-XX:TieredStopAtLevel=1");
    }
    return flags;
  }

  /** The operator's own flags; the last one wins, and these come last. */
  static List<String> ownOptions(Map<String, String> environment) {
    String options = environment.getOrDefault(OWN_OPTIONS, "").trim();
    return options.isEmpty() ? List.of() : List.of(options.split("\\s+"));
  }
}
