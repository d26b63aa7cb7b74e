package io.heronbridge.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the build left servers and archives, and where a run may write. */
public final class Workplace {
  private Workplace() {}

  /** The application for WildFly and Payara Server. */
  public static Path ear() {
    return root().resolve("app-ear/target/heron-bridge.ear");
  }

  /** The application for Payara Micro. */
  public static Path microWar() {
    return root().resolve("app-micro/target/heron-bridge.war");
  }

  static Path microJar() {
    return servers().resolve("payara-micro-" + given("it.payara") + ".jar");
  }

  static Path hibernateLibraries() {
    return servers().resolve("hibernate-" + given("it.hibernate"));
  }

  static Path wildFly() {
    return servers().resolve("wildfly-" + given("it.wildfly"));
  }

  static Path payaraServer() {
    return servers().resolve("payara-" + given("it.payara")).resolve("payara6");
  }

  /** The root folder of the project. */
  public static Path root() {
    return Path.of(given("it.root"));
  }

  /** A folder of this run, created when missing. */
  public static Path folder(String name) {
    try {
      return Files.createDirectories(Path.of(given("it.work")).resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A folder of this run with nothing in it, whatever an earlier run left there. */
  static Path emptied(String name) {
    try {
      return Folders.emptied(folder(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path logs() {
    return folder("logs");
  }

  private static Path servers() {
    return root().resolve(".servers");
  }

  private static String given(String property) {
    String value = System.getProperty(property);
    if (value == null) {
      throw new IllegalStateException("The build sets " + property + "; run the tests through it.");
    }
    return value;
  }
}
