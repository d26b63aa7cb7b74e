package io.heronbridge.it.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Payara Micro with the WAR, and Hibernate beside it. */
public final class PayaraMicro implements ServerKind {
  static final String LOOPBACK_ONLY =
      "set configs.config.server-config.network-config.network-listeners"
          + ".network-listener.http-listener.address=127.0.0.1\n";

  @Override
  public Path archive() {
    return Workplace.microWar();
  }

  @Override
  public Instance prepare(Path home, Path archive) throws IOException {
    int port = FreePorts.one();
    Path preboot = Files.writeString(home.resolve("preboot.txt"), LOOPBACK_ONLY);
    Path temporary = Files.createDirectories(home.resolve("tmp"));
    List<String> command =
        List.of(
            Java.executable(),
            "-Xmx768m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djava.io.tmpdir=" + temporary,
            "-jar",
            Workplace.microJar().toString(),
            "--nohazelcast",
            "--port",
            Integer.toString(port),
            "--prebootcommandfile",
            preboot.toString(),
            "--addLibs",
            Workplace.hibernateLibraries().toString(),
            "--deploy",
            archive.toString());
    return new Instance(command, Map.of(), port);
  }
}
