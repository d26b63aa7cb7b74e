package io.heronbridge.it.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Payara Server with the EAR in a domain of its own. */
public final class PayaraServer implements ServerKind {
  private static final String DOMAIN = "domain1";
  private static final String HTTP = "8080";

  @Override
  public Path archive() {
    return Workplace.ear();
  }

  @Override
  public Instance prepare(Path home, Path archive) throws IOException {
    Path domain = home.resolve("domains").resolve(DOMAIN);
    Folders.copy(Workplace.payaraServer().resolve("glassfish/domains").resolve(DOMAIN), domain);
    int port = FreePorts.one();
    settle(domain.resolve("config/domain.xml"), port);
    Path deployments = Files.createDirectories(domain.resolve("autodeploy"));
    Files.copy(archive, deployments.resolve(archive.getFileName()));
    List<String> command =
        List.of(
            Java.executable(),
            "-jar",
            Workplace.payaraServer().resolve("glassfish/lib/client/appserver-cli.jar").toString(),
            "start-domain",
            "--verbose",
            "--domaindir",
            domain.getParent().toString(),
            DOMAIN);
    return new Instance(command, Map.of("AS_JAVA", Java.home()), port);
  }

  /** Gives the domain free ports of the loopback interface, and no data grid. */
  private static void settle(Path configuration, int port) throws IOException {
    String xml =
        Files.readString(configuration)
            .replace("address=\"0.0.0.0\"", "address=\"127.0.0.1\"")
            .replace(
                "<hazelcast-config-specific-configuration>",
                "<hazelcast-config-specific-configuration enabled=\"false\">")
            .replace(listener(HTTP), listener(port));
    for (String other : List.of("8181", "4848")) {
      xml = xml.replace(listener(other), listener(FreePorts.one()));
    }
    for (String other : List.of("3700", "3820", "3920", "8686")) {
      xml = xml.replace("port=\"" + other + "\"", "port=\"" + FreePorts.one() + "\"");
    }
    xml = xml.replace("telnet.port=6666", "telnet.port=" + FreePorts.one());
    xml = xml.replace("\"7676\"", "\"" + FreePorts.one() + "\"");
    Files.writeString(configuration, xml);
  }

  private static String listener(String port) {
    return "<network-listener port=\"" + port + "\"";
  }

  private static String listener(int port) {
    return "<network-listener address=\"127.0.0.1\" port=\"" + port + "\"";
  }
}
