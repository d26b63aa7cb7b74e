package io.heronbridge.it.support;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One make of application server: how to lay it out, give it the application and start it. */
public interface ServerKind {

  /** The application as this server takes it. */
  Path archive();

  /** Lays out an instance in an empty folder, with everything on the loopback interface. */
  Instance prepare(Path home, Path archive) throws IOException;

  /**
   * An instance ready to be started, as often as wanted.
   *
   * @param environment what the command needs besides the application's settings
   */
  record Instance(List<String> command, Map<String, String> environment, int port) {}
}
