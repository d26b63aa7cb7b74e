package io.heronbridge.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Where the build left what we start, and in which versions.
 *
 * @param home the project's folder
 */
public record Installation(Path home, String payara, String hibernate, String postgres) {

  /** What the build left in the project's folder. */
  public static Installation at(Path home) {
    Properties versions = new Properties();
    try (InputStream in = Installation.class.getResourceAsStream("versions.properties")) {
      versions.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Installation(
        home.toAbsolutePath().normalize(),
        versions.getProperty("payara"),
        versions.getProperty("hibernate"),
        versions.getProperty("postgres"));
  }

  public Path application() {
    return home.resolve("app-micro/target/heron-bridge.war");
  }

  /** What is unpacked once and outlives builds. */
  public Path servers() {
    return home.resolve(".servers");
  }

  public Path payaraJar() {
    return servers().resolve("payara-micro-" + payara + ".jar");
  }

  public Path hibernateJars() {
    return servers().resolve("hibernate-" + hibernate);
  }
}
