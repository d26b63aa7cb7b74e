package io.heronbridge.it.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** WildFly with the EAR and the configuration it is shipped with. */
public final class WildFly implements ServerKind {
  private static final int HTTP = 8080;
  private static final int[] PORTS = {HTTP, 8443, 9990, 8009, 4712, 4713};

  @Override
  public Path archive() {
    return Workplace.ear();
  }

  @Override
  public Instance prepare(Path home, Path archive) throws IOException {
    Folders.copy(Workplace.wildFly().resolve("standalone"), home);
    Files.copy(archive, home.resolve("deployments").resolve(archive.getFileName()));
    int offset = FreePorts.offset(PORTS);
    List<String> command =
        List.of(
            Workplace.wildFly().resolve("bin/standalone.sh").toString(),
            "-c",
            "standalone.xml",
            "-Djboss.server.base.dir=" + home,
            "-Djboss.socket.binding.port-offset=" + offset);
    return new Instance(
        command, Map.of("JAVA_HOME", Java.home(), "JBOSS_PIDFILE", ""), HTTP + offset);
  }
}
