package io.heronbridge.launcher.postgres;

import io.heronbridge.launcher.CannotStartException;
import io.heronbridge.launcher.Folders;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked from the archive for this machine. */
public final class PostgresBinaries {
  private static final int OWNER_MAY_RUN = 0100;

  private final Path folder;

  private PostgresBinaries(Path folder) {
    this.folder = folder;
  }

  /** Unpacks them below the folder unless an earlier run did. */
  public static PostgresBinaries unpack(Path servers, String version) throws IOException {
    String machine = machine(System.getProperty("os.name"), System.getProperty("os.arch"));
    Path folder = servers.resolve("postgresql-%s-%s".formatted(version, machine));
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(servers);
      Path draft = Files.createTempDirectory(servers, "unpacking-");
      try (InputStream archive = open(machine)) {
        extract(archive, draft);
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(draft, folder);
      } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException another) {
        // Somebody else was faster, with the same result.
        Folders.delete(draft);
      }
    }
    return new PostgresBinaries(folder);
  }

  /** The archive's name for an operating system and processor as Java calls them. */
  static String machine(String system, String processor) {
    String name = system.toLowerCase(Locale.ROOT);
    String os = name.startsWith("mac") ? "darwin" : name.startsWith("linux") ? "linux" : "";
    String cpu =
        switch (processor) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          default -> "";
        };
    if (os.isEmpty() || cpu.isEmpty()) {
      throw new CannotStartException(
          "There is no embedded PostgreSQL for %s on %s: set BRIDGE_DATABASE_URL and use ./run app."
              .formatted(system, processor));
    }
    return os + "-" + cpu;
  }

  private static InputStream open(String machine) {
    String name = "/postgres-" + machine + ".txz";
    InputStream archive = PostgresBinaries.class.getResourceAsStream(name);
    if (archive == null) {
      throw new CannotStartException("The build lacks the PostgreSQL archive " + name + ".");
    }
    return archive;
  }

  private static void extract(InputStream archive, Path folder) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException("The archive reaches outside its folder: " + entry.getName());
        }
        place(tar, entry, target);
      }
    }
  }

  private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else if (entry.isFile()) {
      Files.copy(tar, target);
      boolean program = (entry.getMode() & OWNER_MAY_RUN) != 0;
      Files.setPosixFilePermissions(
          target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }

  String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }
}
