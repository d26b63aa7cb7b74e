package io.heronbridge.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Prepares a server for Arquillian to start, and publishes where; arquillian.xml reads it. */
final class InsideSettings {
  private static final int HTTP = 8080;
  private static final int MANAGEMENT = 9990;

  private InsideSettings() {}

  static void publish() {
    Database database = TestRun.current().postgres().create("inside");
    BridgeSettings settings = BridgeSettings.fresh("inside", database);
    try {
      publish(settings.reachedAt("http://127.0.0.1:8080"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void publish(BridgeSettings settings) throws IOException {
    Path home = Workplace.emptied("servers/inside");
    Path file = home.resolve("settings.properties");
    System.setProperty("inside.settings", file.toString());
    Files.writeString(file, "config_ordinal=200\n" + asProperties(settings.environment()));
    System.setProperty("inside.home", home.toString());
    System.setProperty("inside.hibernate", Workplace.hibernateLibraries().toString());
    System.setProperty("inside.microJar", Workplace.microJar().toString());
    System.setProperty("inside.port", Integer.toString(FreePorts.one()));
    System.setProperty("inside.wildfly", Workplace.wildFly().toString());
    int offset = FreePorts.offset(HTTP, MANAGEMENT);
    System.setProperty("inside.offset", Integer.toString(offset));
    System.setProperty("inside.management", Integer.toString(MANAGEMENT + offset));
    Files.writeString(home.resolve("preboot.txt"), PayaraMicro.LOOPBACK_ONLY);
    Folders.copy(Workplace.wildFly().resolve("standalone"), home.resolve("standalone"));
  }

  /** As a file of properties to be deployed along: commands and system properties are logged. */
  private static String asProperties(Map<String, String> environment) {
    Map<String, String> names =
        Map.of(
            "BRIDGE_ENCRYPTION_KEYSET_FILE", "bridge.encryption.keyset-file",
            "BRIDGE_API_BOOTSTRAP_KEY", "bridge.api.bootstrap-key",
            "BRIDGE_PUBLIC_URL", "bridge.public-url",
            "BRIDGE_OUTBOUND_ALLOW_PRIVATE_ADDRESSES", "bridge.outbound.allow-private-addresses");
    return environment.entrySet().stream()
        .map(
            entry ->
                "%s=%s%n"
                    .formatted(
                        names.getOrDefault(entry.getKey(), dotted(entry.getKey())),
                        entry.getValue()))
        .collect(Collectors.joining());
  }

  private static String dotted(String variable) {
    return variable.toLowerCase(Locale.ROOT).replace('_', '.');
  }
}
