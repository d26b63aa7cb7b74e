package io.heronbridge.launcher.server;

import io.heronbridge.launcher.CannotStartException;
import io.heronbridge.launcher.Folders;
import io.heronbridge.launcher.Installation;
import io.heronbridge.launcher.inside.JsonFormatter;
import io.heronbridge.launcher.inside.KnownChatter;
import io.heronbridge.launcher.inside.LineFormatter;
import io.heronbridge.launcher.inside.LogFormatter;
import io.heronbridge.launcher.inside.ServerMain;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * Payara Micro with Hibernate, unpacked once for its versions. Starting from here is faster than
 * from the single jar, and lets the JVM archive its classes.
 */
public final class PayaraRuntime {
  private static final List<Class<?>> INSIDE =
      List.of(
          ServerMain.class,
          LogFormatter.class,
          LineFormatter.class,
          JsonFormatter.class,
          KnownChatter.class);
  private static final Set<String> NOT_PER_RUN = Set.of("runtime", "META-INF", "launch-micro.jar");
  private static final int KEY_LENGTH = 12;

  private final Path folder;
  private final Path insideJar;

  private PayaraRuntime(Path folder, Path insideJar) {
    this.folder = folder;
    this.insideJar = insideJar;
  }

  /** Whether the one-time unpacking is still to be done. */
  public static boolean isMissing(Installation installation) {
    return !Files.isDirectory(folder(installation));
  }

  /** Unpacks the server unless an earlier run did. */
  public static PayaraRuntime prepare(Installation installation)
      throws IOException, InterruptedException {
    Path folder = folder(installation);
    if (isMissing(installation)) {
      unpack(installation, folder);
    }
    return new PayaraRuntime(folder, insideJar(folder));
  }

  private static Path folder(Installation installation) {
    return installation
        .servers()
        .resolve(
            "payara-micro-%s-hibernate-%s"
                .formatted(installation.payara(), installation.hibernate()));
  }

  private static void unpack(Installation installation, Path folder)
      throws IOException, InterruptedException {
    Path draft = Files.createTempDirectory(installation.servers(), "unpacking-");
    Path log = draft.resolve("unpack.log");
    Path root = Files.createDirectory(draft.resolve("root"));
    int code =
        new ProcessBuilder(
                Jvm.java(),
                "-jar",
                installation.payaraJar().toString(),
                "--rootdir",
                root.toString(),
                "--addLibs",
                installation.hibernateJars().toString(),
                "--outputlauncher")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    if (code != 0 || !Files.exists(root.resolve("launch-micro.jar"))) {
      throw new CannotStartException("Payara Micro could not be unpacked: see " + log + ".");
    }
    if (isMissing(installation)) {
      Files.move(root, folder);
    }
    Folders.delete(draft);
  }

  /** The jar of our own classes inside the server, named after what is in them. */
  private static Path insideJar(Path folder) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes)) {
      for (Class<?> type : INSIDE) {
        String name = type.getName().replace('.', '/') + ".class";
        JarEntry entry = new JarEntry(name);
        entry.setTime(0);
        jar.putNextEntry(entry);
        try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
          in.transferTo(jar);
        }
      }
    }
    Path file = folder.resolve("inside-" + digest(bytes.toByteArray()) + ".jar");
    if (!Files.exists(file)) {
      Path draft = Files.createTempFile(folder, "inside-", ".draft");
      try (OutputStream out = Files.newOutputStream(draft)) {
        bytes.writeTo(out);
      }
      Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-r--r--"));
      Files.move(draft, file);
    }
    return file;
  }

  static String digest(byte[] bytes) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
          .substring(0, KEY_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes a server folder for one run: Payara writes into it. */
  public void layOut(Path server) throws IOException {
    Folders.delete(server);
    Folders.copy(
        folder,
        server,
        name ->
            !NOT_PER_RUN.contains(name.toString())
                && !name.toString().startsWith("inside-")
                && !name.toString().startsWith("classes-"));
  }

  private Path launchJar() {
    return folder.resolve("launch-micro.jar");
  }

  String classPath() {
    return launchJar() + java.io.File.pathSeparator + insideJar;
  }

  /** What tells Payara that it is unpacked already. */
  List<String> properties() {
    return List.of(
        "-Dfish.payara.micro.BootJar=" + launchJar().toUri(),
        "-Dfish.payara.micro.UnpackDir=" + folder);
  }

  /** The doors into the JDK that Payara's manifest asks for; a manifest counts with -jar only. */
  List<String> openings() throws IOException {
    List<String> flags = new ArrayList<>();
    try (JarFile jar = new JarFile(launchJar().toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      addOpenings(flags, "--add-exports", manifest.getValue("Add-Exports"));
      addOpenings(flags, "--add-opens", manifest.getValue("Add-Opens"));
    }
    return flags;
  }

  private static void addOpenings(List<String> flags, String flag, String packages) {
    for (String name : packages == null ? new String[0] : packages.trim().split("\\s+")) {
      flags.add(flag);
      flags.add(name + "=ALL-UNNAMED");
    }
  }

  /** The archive of the server's classes for this JVM; may not exist yet. */
  Path classArchive() {
    String key =
        System.getProperty("java.vm.vendor")
            + System.getProperty("java.vm.version")
            + System.getProperty("java.home")
            + insideJar;
    return folder.resolve(
        "classes-" + digest(key.getBytes(java.nio.charset.StandardCharsets.UTF_8)) + ".jsa");
  }

  /** Whether a class came from the JDK or from the unpacked server, told by its log line. */
  boolean isOwnSource(String source) {
    return source.startsWith("jrt:") || source.startsWith("file:" + folder.resolve("runtime"));
  }
}
